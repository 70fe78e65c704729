package chat.natter.gateway.kafka;

import chat.natter.contract.Topic;
import io.quarkus.runtime.Quarkus;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reads this gateway's own delivery topic, all of it and from now on: what was there before belongs to sockets of an
 * earlier incarnation, and their entries are still in the inboxes.
 */
@Singleton
public class ConsumeDeliveries {
    private static final Logger LOG = Logger.getLogger(ConsumeDeliveries.class);
    private static final Duration POLL = Duration.ofSeconds(1);

    private final Map<String, Object> settings = new HashMap<>();
    private final String topic;
    private @Nullable KafkaConsumer<String, byte[]> consumer;
    private @Nullable Thread thread;
    private volatile boolean running;

    ConsumeDeliveries(GatewayIdentity identity, @Identifier("default-kafka-broker") Map<String, Object> kafka) {
        topic = Topic.deliveriesOf(identity.id());
        settings.putAll(kafka);
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, identity.id() + "-deliveries");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
        settings.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, 1);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 2_000);
    }

    /** Takes the end of the topic as the place to begin, and begins. */
    void start(DeliveryTarget target) {
        KafkaConsumer<String, byte[]> created =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        try {
            seekToEnd(created);
        } catch (KafkaException e) {
            // The caller tries again, with another one.
            created.close();
            throw e;
        }
        consumer = created;
        running = true;
        Thread reader = new Thread(() -> read(created, target), "deliveries");
        thread = reader;
        reader.start();
    }

    private void seekToEnd(KafkaConsumer<String, byte[]> created) {
        List<TopicPartition> partitions = created.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        if (partitions.isEmpty()) {
            throw new KafkaException("the broker does not know " + topic + " yet");
        }
        created.assign(partitions);
        created.seekToEnd(partitions);
        // Seeking is lazy; only asking for the position fixes it before the first socket opens.
        partitions.forEach(created::position);
    }

    /** Whether deliveries are read. */
    public boolean isRunning() {
        return running;
    }

    void stop() {
        running = false;
        KafkaConsumer<String, byte[]> stopping = consumer;
        Thread reader = thread;
        if (stopping == null || reader == null) {
            return;
        }
        stopping.wakeup();
        try {
            reader.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void read(KafkaConsumer<String, byte[]> from, DeliveryTarget target) {
        try (from) {
            while (running) {
                try {
                    ConsumerRecords<String, byte[]> records = from.poll(POLL);
                    if (!records.isEmpty()) {
                        target.deliver(records);
                    }
                } catch (WakeupException e) {
                    // stop() wants the thread back: the loop ends.
                    LOG.debug("deliveries stop");
                } catch (KafkaException e) {
                    LOG.warnf("deliveries cannot be read: %s", e.toString());
                }
            }
        } catch (RuntimeException e) {
            // Sockets without deliveries would look alive: rather leave, so that their clients go elsewhere.
            LOG.error("deliveries cannot be taken; this gateway leaves", e);
            Quarkus.asyncExit(1);
        } finally {
            running = false;
        }
    }
}
