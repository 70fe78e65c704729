package chat.natter.message.topology;

import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/** The settings of the Streams engine, with their reasons. */
final class StreamsSettings {
    /** A setting without a constant: {@code ConsumerConfig} keeps it to itself. */
    private static final String LEAVE_ON_CLOSE = "internal.leave.group.on.close";

    private static final int HEARTBEATS_PER_TIMEOUT = 4;
    private static final int BATCH_BYTES = 64 * 1024;
    private static final long PRODUCER_BUFFER_BYTES = 32L * 1024 * 1024;

    private StreamsSettings() {}

    static Properties of(MessageConfig config, Map<String, Object> kafka) {
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, config.applicationId());
        settings.putAll(kafka);
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.put(StreamsConfig.STATE_DIR_CONFIG, config.stateDir().toString());
        settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, config.threads());
        settings.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, config.standbyReplicas());
        config.advertisedAddress().ifPresent(address -> settings.put(StreamsConfig.APPLICATION_SERVER_CONFIG, address));
        // exactly_once_v2 would make its commit interval every message's latency; the stages are idempotent instead.
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.AT_LEAST_ONCE);
        settings.put(
                StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, config.commitInterval().toMillis());
        // A cache would reorder the changelog, which has to be a prefix of the writes.
        settings.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0);
        settings.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, -1);

        // The order of a changelog depends on the idempotent producer.
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG), true);
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.ACKS_CONFIG), "all");
        settings.put(
                StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG),
                config.linger().toMillis());
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), BATCH_BYTES);
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.BUFFER_MEMORY_CONFIG), PRODUCER_BUFFER_BYTES);

        settings.putAll(membership(config.sessionTimeout()));
        return settings;
    }

    /** When an instance loses its partitions to the others. */
    static Properties membership(Duration sessionTimeout) {
        Properties settings = new Properties();
        int timeout = (int) sessionTimeout.toMillis();
        settings.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), timeout);
        settings.put(
                StreamsConfig.mainConsumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG),
                timeout / HEARTBEATS_PER_TIMEOUT);
        // Kafka Streams keeps the partitions of an instance that was stopped, as it may be back at once. Ours takes
        // seconds to start, in which nobody would be answered; by then its tasks are closed: another may go on.
        settings.put(StreamsConfig.mainConsumerPrefix(LEAVE_ON_CLOSE), true);
        return settings;
    }
}
