package chat.natter.gateway.kafka;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** Settings of what goes through Kafka. */
@ConfigMapping(prefix = "natter.gateway")
public interface KafkaConfig {
    /** The stable name of this gateway; part of the name of its delivery topic. */
    String id();

    /** Partitions of the delivery topic, if it is created. */
    @WithDefault("2")
    @Min(1)
    @Max(64)
    int deliveryPartitions();

    /** How long the producer waits for more records before it sends: batches cost less, waiting is latency. */
    @WithDefault("1MS")
    Duration linger();

    /**
     * What could not be stored within this time is given up, and who asked for it told; but for commands, which wait
     * for Kafka however long that takes, so that none overtakes another.
     */
    @WithDefault("30S")
    Duration deliveryTimeout();

    /** Records under way to Kafka; beyond it, {@code send} is answered with {@code unavailable}. */
    @WithDefault("20000")
    @Min(100)
    int maxInFlight();

    /** So long without a stored heartbeat, and this gateway drops its sockets and takes none until Kafka is back. */
    @WithDefault("30S")
    Duration cutOffAfter();

    /** How often a heartbeat is published; after three missed ones a gateway's sessions are given up. */
    @WithDefault("2S")
    Duration heartbeatInterval();
}
