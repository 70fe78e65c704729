package chat.natter.history.job;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** What operators watch: how jobs end, how long they wait and take, and how large it gets. */
@Singleton
final class JobMetrics {
    private final MeterRegistry registry;
    private final Clock clock;

    JobMetrics(MeterRegistry registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
        // There from the start, so that an alert does not miss the first one.
        for (JobState state : new JobState[] {JobState.READY, JobState.FAILED}) {
            ended(state);
        }
    }

    /** @param begun when the attempt began that ended it */
    void ended(Job job, Instant begun) {
        ended(job.state()).increment();
        if (job.state() == JobState.READY) {
            Timer.builder("natter.history.job.duration")
                    .description("What it took, without waiting and attempts that failed")
                    .tag("kind", job.kind())
                    .register(registry)
                    .record(Duration.between(begun, clock.instant()));
            Timer.builder("natter.history.job.delay")
                    .description("From the request until it was ready")
                    .tag("kind", job.kind())
                    .register(registry)
                    .record(Duration.between(job.askedAt(), clock.instant()));
            DistributionSummary.builder("natter.history.job.size")
                    .description("What was written to object storage")
                    .baseUnit("bytes")
                    .tag("kind", job.kind())
                    .register(registry)
                    .record((double) job.bytes());
        }
    }

    private Counter ended(JobState state) {
        return Counter.builder("natter.history.jobs")
                .description("Jobs that came to an end")
                .tag("outcome", state.word())
                .register(registry);
    }
}
