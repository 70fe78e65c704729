package chat.natter.presence;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Collects what is written to a topic from now on. */
final class TopicTail implements AutoCloseable {
    private final Queue<ConsumerRecord<String, byte[]>> found = new ConcurrentLinkedQueue<>();
    private final KafkaConsumer<String, byte[]> consumer;
    private final Thread thread = new Thread(this::collect, "topic-tail");
    private volatile boolean closed;

    TopicTail(String kafka, String topic) {
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka), new StringDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        // Seeking is lazy; asking for the position makes "now" be now.
        partitions.forEach(consumer::position);
        thread.start();
    }

    List<ConsumerRecord<String, byte[]>> of(String key) {
        return found.stream().filter(record -> key.equals(record.key())).toList();
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void collect() {
        try (consumer) {
            while (!closed) {
                consumer.poll(Duration.ofMillis(100)).forEach(found::add);
            }
        } catch (InterruptException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
