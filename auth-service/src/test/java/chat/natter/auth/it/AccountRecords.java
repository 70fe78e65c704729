package chat.natter.auth.it;

import chat.natter.contract.Topic;
import chat.natter.contract.record.Account;
import com.google.protobuf.InvalidProtocolBufferException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;

/** What is on {@code chat.accounts}, from its beginning. */
final class AccountRecords implements AutoCloseable {
    private final KafkaConsumer<String, byte[]> consumer;
    private final List<ConsumerRecord<String, byte[]>> seen = new ArrayList<>();

    AccountRecords(String bootstrapServers) {
        consumer = new KafkaConsumer<>(
                Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(Topic.ACCOUNTS.topicName()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Waits for a record of the user that is like that. */
    Account await(String user, Predicate<Account> wanted) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(15))
                .until(() -> of(user).stream().anyMatch(wanted));
        return of(user).stream().filter(wanted).findFirst().orElseThrow();
    }

    /** What is there by now, in the order of the topic. */
    List<Account> of(String user) {
        consumer.poll(Duration.ofMillis(200)).forEach(seen::add);
        return seen.stream()
                .filter(record -> user.equals(record.key()))
                .map(AccountRecords::parse)
                .toList();
    }

    @Override
    public void close() {
        consumer.close();
    }

    private static Account parse(ConsumerRecord<String, byte[]> record) {
        try {
            return Account.parseFrom(record.value());
        } catch (InvalidProtocolBufferException e) {
            throw new AssertionError("not an Account", e);
        }
    }
}
