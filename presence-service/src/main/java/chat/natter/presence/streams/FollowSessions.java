package chat.natter.presence.streams;

import chat.natter.presence.gateways.GatewayPulses;
import java.util.Objects;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Streams' handle on one {@link UserPartition}: made when the stores are restored, let go with the partition. */
final class FollowSessions implements Processor<byte[], byte[], byte[], Output> {
    private final GatewayPulses pulses;
    private final PresenceCounts counts;
    private final PartitionSettings settings;

    private @Nullable ProcessorContext<byte[], Output> context;
    private @Nullable UserPartition partition;

    FollowSessions(GatewayPulses pulses, PresenceCounts counts, PartitionSettings settings) {
        this.pulses = pulses;
        this.counts = counts;
        this.settings = settings;
    }

    @Override
    public void init(ProcessorContext<byte[], Output> context) {
        UserPartition owned = new UserPartition(context, PartitionStores.of(context), pulses, counts, settings);
        owned.recall();
        context.schedule(settings.sweepInterval(), PunctuationType.WALL_CLOCK_TIME, owned::sweep);
        this.context = context;
        partition = owned;
    }

    @Override
    public void process(Record<byte[], byte[]> found) {
        String topic = Objects.requireNonNull(context, "init comes first")
                .recordMetadata()
                .orElseThrow()
                .topic();
        Objects.requireNonNull(partition, "init comes first").accept(found, topic);
    }

    @Override
    public void close() {
        if (partition != null) {
            partition.release();
        }
    }
}
