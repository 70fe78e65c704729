package chat.natter.history.archive;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** What operators watch: how far the archive is behind, how much it writes, and what it could not read. */
@Singleton
final class ArchiveMetrics {
    private static final long IDLE = Long.MAX_VALUE;

    private final Clock clock;
    /** The time of the oldest record of the batch that is being written. */
    private final AtomicLong oldestMillis = new AtomicLong(IDLE);

    private final Counter archived;
    private final Counter deadLettered;
    private final Counter failures;
    private final DistributionSummary batchSize;
    private final Timer delay;

    ArchiveMetrics(MeterRegistry registry, Clock clock) {
        this.clock = clock;
        this.archived = outcome(registry, "archived");
        this.deadLettered = outcome(registry, "dead_letter");
        this.failures = Counter.builder("natter.history.write.failures")
                .description("Attempts to write a batch that failed and were repeated")
                .register(registry);
        this.batchSize = DistributionSummary.builder("natter.history.batch.size")
                .description("Records per batch")
                .publishPercentiles(0.5, 0.99)
                .register(registry);
        this.delay = Timer.builder("natter.history.archive.delay")
                .description("From the acceptance of a batch's oldest event until the batch is durable in the archive")
                .publishPercentiles(0.5, 0.99)
                .register(registry);
        Gauge.builder("natter.history.archive.lag.seconds", this, ArchiveMetrics::lagSeconds)
                .description("Age of the oldest event that is being written; 0 when nothing waits")
                .register(registry);
    }

    void begun(int records, long oldestRecordMillis) {
        batchSize.record(records);
        oldestMillis.set(oldestRecordMillis);
    }

    void done(int messages) {
        archived.increment(messages);
        delay.record(Duration.ofMillis(Math.max(0, clock.millis() - oldestMillis.get())));
        oldestMillis.set(IDLE);
    }

    void deadLettered() {
        deadLettered.increment();
    }

    void failed() {
        failures.increment();
    }

    private double lagSeconds() {
        long oldest = oldestMillis.get();
        return oldest == IDLE ? 0 : Math.max(0, clock.millis() - oldest) / 1_000.0;
    }

    private static Counter outcome(MeterRegistry registry, String outcome) {
        return Counter.builder("natter.history.events")
                .description("Events taken from chat.events")
                .tag("outcome", outcome)
                .register(registry);
    }
}
