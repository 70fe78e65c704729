package chat.natter.auth.it;

import chat.natter.contract.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What comes on one topic from now on. */
final class Tail implements AutoCloseable {
    private final KafkaConsumer<String, byte[]> consumer;

    Tail(String bootstrapServers, Topic topic) {
        consumer = new KafkaConsumer<>(
                Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(topic.topicName()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
    }

    /** What has come since the last call. */
    List<byte[]> poll(String key) {
        List<byte[]> found = new ArrayList<>();
        consumer.poll(Duration.ofMillis(200)).forEach(record -> {
            if (key.equals(record.key())) {
                found.add(record.value());
            }
        });
        return found;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
