package chat.natter.auth.publish;

import chat.natter.auth.problem.Unavailable;
import chat.natter.contract.Topic;
import chat.natter.contract.record.Account;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes to {@code chat.accounts}. A plain producer, because each caller waits for its own record. */
@Singleton
class AccountsTopic {
    private static final String DETAIL = "The message log does not take the change right now. Try again.";
    private static final Duration CLOSE = Duration.ofSeconds(2);

    private final Producer<String, byte[]> producer;
    private final Duration timeout;

    AccountsTopic(@Identifier("default-kafka-broker") Map<String, Object> kafka, PublishConfig config) {
        this.timeout = config.timeout();
        this.producer =
                new KafkaProducer<>(settings(kafka, timeout), new StringSerializer(), new ByteArraySerializer());
    }

    /** Returns once every in-sync replica has the record. */
    void send(Account account) {
        try {
            producer.send(new ProducerRecord<>(Topic.ACCOUNTS.topicName(), account.getUser(), account.toByteArray()))
                    .get(2 * timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            throw new Unavailable(DETAIL, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable(DETAIL, e);
        }
    }

    @PreDestroy
    void close() {
        producer.close(CLOSE);
    }

    /** The producer gives up before its caller does: what was answered with an outage is not sent later by itself. */
    private static Map<String, Object> settings(Map<String, Object> kafka, Duration timeout) {
        Map<String, Object> settings = new HashMap<>(kafka);
        int millis = Math.toIntExact(timeout.toMillis());
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, millis);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, millis);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, Math.max(1, millis / 2));
        settings.putIfAbsent(ProducerConfig.CLIENT_ID_CONFIG, "auth-service-accounts");
        return settings;
    }
}
