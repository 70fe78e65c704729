package chat.natter.presence.gateways;

import chat.natter.contract.Topic;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;

/**
 * Keeps {@link FollowHeartbeats} going on a thread of its own, in every instance: the topic is tiny, and no partition
 * owner could judge a gateway by a part of it.
 */
@Singleton
final class WatchGateways {
    private static final Logger LOG = Logger.getLogger(WatchGateways.class);
    private static final Duration LOOK_UP_TIMEOUT = Duration.ofSeconds(5);
    private static final long RETRY_MILLIS = 500;

    private final Map<String, Object> kafka;
    private final GatewayPulses pulses;
    private final Clock clock;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread = new Thread(this::watch, "gateway-watch");

    WatchGateways(@Identifier("default-kafka-broker") Map<String, Object> kafka, GatewayPulses pulses, Clock clock) {
        this.kafka = kafka;
        this.pulses = pulses;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        thread.setDaemon(true);
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) {
        stopped.countDown();
    }

    private void watch() {
        boolean complained = false;
        while (stopped.getCount() > 0) {
            try (Consumer<String, byte[]> consumer = new KafkaConsumer<>(settings())) {
                FollowHeartbeats follow = new FollowHeartbeats(consumer, partitions(consumer), pulses, clock);
                while (stopped.getCount() > 0) {
                    follow.step();
                    complained = false;
                }
            } catch (KafkaException | IllegalStateException lost) {
                if (!complained) {
                    LOG.warnf("gateways out of sight, nobody is judged meanwhile cause=%s", lost.toString());
                    complained = true;
                }
                if (pausedAndStopped()) {
                    return;
                }
            }
        }
    }

    private boolean pausedAndStopped() {
        try {
            return stopped.await(RETRY_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private static List<TopicPartition> partitions(Consumer<String, byte[]> consumer) {
        List<TopicPartition> partitions = consumer.partitionsFor(Topic.GATEWAYS.topicName(), LOOK_UP_TIMEOUT).stream()
                .map(found -> new TopicPartition(found.topic(), found.partition()))
                .toList();
        if (partitions.isEmpty()) {
            throw new IllegalStateException("topic " + Topic.GATEWAYS.topicName() + " does not exist");
        }
        return partitions;
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, "presence-gateway-watch");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
        settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        return settings;
    }
}
