package chat.natter.message.operations;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.config.MeterFilterReply;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

/**
 * Kafka offers some hundred meters per store and task, most of them empty at its usual recording level: megabytes per
 * scrape with 48 partitions. Kept is what an alert, a dashboard or a person at night asks for.
 */
@Singleton
public final class KeepUsefulMeters implements MeterFilter {
    private static final List<String> PER_STORE_OR_TASK =
            List.of("kafka.stream.state.", "kafka.stream.task.", "kafka.admin.", "kafka.producer.node.");
    private static final Set<String> KEPT = Set.of(
            "kafka.stream.state.estimate.num.keys",
            "kafka.stream.state.total.sst.files.size",
            "kafka.stream.state.background.errors",
            "kafka.stream.state.updater.active.restoring.tasks",
            "kafka.stream.task.dropped.records.total",
            "kafka.stream.task.restore.remaining.records.total");

    @Override
    public MeterFilterReply accept(Meter.Id id) {
        boolean many = PER_STORE_OR_TASK.stream().anyMatch(id.getName()::startsWith);
        return many && !KEPT.contains(id.getName()) ? MeterFilterReply.DENY : MeterFilterReply.NEUTRAL;
    }
}
