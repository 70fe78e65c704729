package chat.natter.presence.gateways;

import chat.natter.contract.GatewayId;
import chat.natter.contract.InvalidId;
import chat.natter.contract.record.Heartbeat;
import com.google.protobuf.InvalidProtocolBufferException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * One listening on all of {@code chat.gateways}, from its beginning. An empty poll proves nothing (it looks the same
 * while the broker is down), so contact is confirmed only by having read up to end offsets that the broker reported.
 */
final class FollowHeartbeats {
    private static final Logger LOG = Logger.getLogger(FollowHeartbeats.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration ASK_TIMEOUT = Duration.ofSeconds(1);
    private static final long ASK_EVERY_MILLIS = 500;

    private final Consumer<String, byte[]> consumer;
    private final GatewayPulses pulses;
    private final Clock clock;
    private final Collection<TopicPartition> partitions;

    private Map<TopicPartition, Long> ends = Map.of();
    private long askedAt = Long.MIN_VALUE / 2;

    FollowHeartbeats(
            Consumer<String, byte[]> consumer,
            Collection<TopicPartition> partitions,
            GatewayPulses pulses,
            Clock clock) {
        this.consumer = consumer;
        this.partitions = List.copyOf(partitions);
        this.pulses = pulses;
        this.clock = clock;
        consumer.assign(this.partitions);
        consumer.seekToBeginning(this.partitions);
    }

    /**
     * Reads what there is and confirms contact if that was all.
     *
     * @throws org.apache.kafka.common.errors.TimeoutException if the broker does not answer
     */
    void step() {
        if (ends.isEmpty() && clock.millis() - askedAt >= ASK_EVERY_MILLIS) {
            long now = clock.millis();
            ends = consumer.endOffsets(partitions, ASK_TIMEOUT);
            // Taken before the answer: whatever is written later is not covered by it.
            askedAt = now;
        }
        for (ConsumerRecord<String, byte[]> heartbeat : consumer.poll(POLL)) {
            hear(heartbeat);
        }
        if (!ends.isEmpty() && hasReached(ends)) {
            pulses.confirmContact(askedAt);
            ends = Map.of();
        }
    }

    private boolean hasReached(Map<TopicPartition, Long> targets) {
        return targets.entrySet().stream()
                .allMatch(target -> consumer.position(target.getKey(), ASK_TIMEOUT) >= target.getValue());
    }

    private void hear(ConsumerRecord<String, byte[]> found) {
        try {
            GatewayId gateway = new GatewayId(found.key() == null ? "" : found.key());
            if (found.value() == null) {
                pulses.forget(gateway);
                return;
            }
            Heartbeat heartbeat = Heartbeat.parseFrom(found.value());
            pulses.hear(
                    new Incarnation(gateway, heartbeat.getEpoch()),
                    heartbeat.getIntervalMillis(),
                    new Load(heartbeat.getSockets(), heartbeat.getDraining(), heartbeat.getVersion()),
                    clock.millis());
        } catch (InvalidProtocolBufferException | InvalidId unreadable) {
            // It stays where it is, in a compacted topic; a copy per instance in the dead letters would add nothing.
            LOG.warnf(
                    "unreadable heartbeat partition=%d offset=%d cause=%s",
                    found.partition(), found.offset(), unreadable.getMessage());
        }
    }
}
