import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Counts the messages of each hour, as somebody outside of Natter would: with the plain Kafka client, by the CloudEvents
 * headers alone, without our classes and without opening a message.
 *
 * <pre>java -cp 'kafka-clients.jar:slf4j-api.jar' CountMessages.java 127.0.0.1:19092 [chat.events]</pre>
 */
final class CountMessages {
    private static final String ACCEPTED = "chat.natter.message.accepted.v1";

    /** The highest seq that was counted, by conversation: a repeat is no new message. */
    private final Map<String, Long> counted = new HashMap<>();

    private final Map<Instant, Long> byHour = new TreeMap<>();

    public static void main(String[] args) {
        CountMessages count = new CountMessages();
        count.read(args[0], args.length > 1 ? args[1] : "chat.events");
        count.byHour.forEach((hour, messages) -> System.out.println(hour + " " + messages));
    }

    /** From the first record that is kept to what is the last one now. */
    private void read(String bootstrap, String topic) {
        Map<String, Object> config = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap,
                // Of a transaction that was given up nothing counts.
                ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofSeconds(1)).forEach(this::count);
            }
        }
    }

    private void count(ConsumerRecord<byte[], byte[]> record) {
        if (!header(record, "ce_type").equals(ACCEPTED)) {
            return;
        }
        String id = header(record, "ce_id");
        String conversation = id.substring(0, id.indexOf('/'));
        long seq = Long.parseLong(id.substring(id.indexOf('/') + 1));
        // A conversation has one partition, in which its events come in the order of their numbers.
        if (seq > counted.getOrDefault(conversation, 0L)) {
            counted.put(conversation, seq);
            byHour.merge(Instant.parse(header(record, "ce_time")).truncatedTo(ChronoUnit.HOURS), 1L, Long::sum);
        }
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
