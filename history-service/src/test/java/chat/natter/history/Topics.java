package chat.natter.history;

import chat.natter.contract.Topic;
import chat.natter.contract.record.AuditEvent;
import com.google.protobuf.InvalidProtocolBufferException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The topics of one test: writes events as message-service does, and looks at what the service did. */
final class Topics implements AutoCloseable {
    static final int PARTITIONS = 3;

    private final Servers servers;
    private final Admin admin;
    private final KafkaProducer<byte[], byte[]> producer;
    private final List<Future<RecordMetadata>> sent = new ArrayList<>();
    private final Map<String, Long> counts = new HashMap<>();

    Topics(Servers servers) throws ExecutionException, InterruptedException {
        this.servers = servers;
        Map<String, Object> config = Map.of("bootstrap.servers", servers.kafka(), "linger.ms", 5, "acks", "all");
        this.admin = Admin.create(Map.of("bootstrap.servers", servers.kafka()));
        this.producer = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
        admin.createTopics(List.of(
                        new NewTopic(servers.events(), PARTITIONS, (short) 1).configs(Topic.EVENTS.settings()),
                        new NewTopic(servers.accounts(), 1, (short) 1).configs(Topic.ACCOUNTS.settings()),
                        new NewTopic(servers.audit(), 1, (short) 1).configs(Topic.AUDIT.settings()),
                        new NewTopic(servers.deadLetters(), 1, (short) 1).configs(Topic.DEAD_LETTERS.settings())))
                .all()
                .get();
        awaitLeader();
    }

    /**
     * A batch that is refused because the broker is still taking the partition up, and overtaken by one that is not, is
     * never accepted again (KAFKA-15591). The position of a partition is known only once it was taken up.
     */
    private void awaitLeader() {
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", servers.kafka()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = new ArrayList<>(IntStream.range(0, PARTITIONS)
                    .mapToObj(partition -> new TopicPartition(servers.events(), partition))
                    .toList());
            for (String topic : List.of(servers.accounts(), servers.audit(), servers.deadLetters())) {
                partitions.add(new TopicPartition(topic, 0));
            }
            consumer.endOffsets(partitions);
        }
    }

    void send(ProducerRecord<byte[], byte[]> record) {
        sent.add(producer.send(record));
        counts.merge(record.topic(), 1L, Long::sum);
    }

    /** Returns where it lies. */
    RecordMetadata place(ProducerRecord<byte[], byte[]> record) throws ExecutionException, InterruptedException {
        counts.merge(record.topic(), 1L, Long::sum);
        return producer.send(record).get();
    }

    long sentTo(String topic) {
        return counts.getOrDefault(topic, 0L);
    }

    /** Returns once everything was acknowledged. */
    void flush() throws ExecutionException, InterruptedException {
        producer.flush();
        for (Future<RecordMetadata> future : sent) {
            future.get();
        }
        sent.clear();
    }

    List<ConsumerRecord<byte[], byte[]>> deadLetters() {
        return everything(servers.deadLetters());
    }

    List<AuditEvent> audit() {
        List<AuditEvent> events = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : everything(servers.audit())) {
            try {
                events.add(AuditEvent.parseFrom(record.value()));
            } catch (InvalidProtocolBufferException e) {
                throw new AssertionError("not an AuditEvent", e);
            }
        }
        return events;
    }

    private List<ConsumerRecord<byte[], byte[]>> everything(String topic) {
        TopicPartition partition = new TopicPartition(topic, 0);
        Map<String, Object> config = Map.of(
                "bootstrap.servers",
                servers.kafka(),
                "group.id",
                UUID.randomUUID().toString());
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
            List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
            return records;
        }
    }

    /** The sum of the group's committed offsets over all partitions. */
    long committed() throws ExecutionException, InterruptedException {
        return admin.listConsumerGroupOffsets(servers.group()).partitionsToOffsetAndMetadata().get().values().stream()
                .mapToLong(offset -> offset == null ? 0 : offset.offset())
                .sum();
    }

    /** As an operator does who rebuilds the archive; nobody may be reading. */
    void forgetWhatWasRead() throws ExecutionException, InterruptedException {
        admin.deleteConsumerGroups(List.of(servers.group())).all().get();
    }

    @Override
    public void close() {
        producer.close();
        admin.deleteTopics(List.of(servers.events(), servers.accounts(), servers.audit(), servers.deadLetters()));
        admin.close();
    }
}
