package chat.natter.presence.streams;

import chat.natter.presence.gateways.GatewayPulses;
import java.time.Duration;
import java.util.Objects;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Streams' handle on one {@link UserPartition}: made when the store is restored, let go with the partition. */
final class FollowSessions implements Processor<byte[], byte[], byte[], byte[]> {
    private final GatewayPulses pulses;
    private final PresenceCounts counts;
    private final long graceMillis;
    private final Duration sweepInterval;

    private @Nullable UserPartition partition;

    FollowSessions(GatewayPulses pulses, PresenceCounts counts, long graceMillis, Duration sweepInterval) {
        this.pulses = pulses;
        this.counts = counts;
        this.graceMillis = graceMillis;
        this.sweepInterval = sweepInterval;
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> context) {
        UserPartition owned =
                new UserPartition(context, context.getStateStore(PresenceTopology.USERS), pulses, counts, graceMillis);
        owned.recall();
        context.schedule(sweepInterval, PunctuationType.WALL_CLOCK_TIME, owned::sweep);
        partition = owned;
    }

    @Override
    public void process(Record<byte[], byte[]> found) {
        Objects.requireNonNull(partition, "init comes first").accept(found);
    }

    @Override
    public void close() {
        if (partition != null) {
            partition.release();
        }
    }
}
