package chat.natter.auth.publish;

import chat.natter.auth.problem.Unavailable;
import chat.natter.contract.Topic;
import chat.natter.contract.UserId;
import com.google.protobuf.MessageLite;
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

/** Writes to the log. A plain producer, because each caller waits for its own record. */
@Singleton
public class WriteRecord {
    private static final String DETAIL = "The message log does not take the change right now. Try again.";
    private static final Duration CLOSE = Duration.ofSeconds(2);

    private final Producer<String, byte[]> producer;
    private final Duration timeout;

    WriteRecord(@Identifier("default-kafka-broker") Map<String, Object> kafka, PublishConfig config) {
        this.timeout = config.timeout();
        this.producer =
                new KafkaProducer<>(settings(kafka, timeout), new StringSerializer(), new ByteArraySerializer());
    }

    /** Returns once every in-sync replica has the record. */
    public void write(Topic topic, UserId user, MessageLite value) {
        try {
            producer.send(new ProducerRecord<>(topic.topicName(), user.value(), value.toByteArray()))
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
        settings.putIfAbsent(ProducerConfig.CLIENT_ID_CONFIG, "auth-service");
        return settings;
    }
}
