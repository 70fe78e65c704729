package chat.natter.history.job;

import chat.natter.history.objects.InMemoryPackages;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.List;

/** Jobs in memory, and what runs them. */
public final class SomeJobs {
    final InMemoryJobs store = new InMemoryJobs();
    final JobConfig config = new SomeJobConfig();
    private final InMemoryPackages packages;
    private final Clock clock;

    public SomeJobs(InMemoryPackages packages, Clock clock) {
        this.packages = packages;
        this.clock = clock;
    }

    public Jobs jobs() {
        return new Jobs(store, packages, config, new Wake(), clock);
    }

    /** An instance, which does what there is to do. */
    public void look(JobWork... works) {
        instance(works).look(() -> false);
    }

    RunJobs instance(JobWork... works) {
        return new RunJobs(
                store,
                packages,
                new Kinds(List.of(works)),
                config,
                new JobMetrics(new SimpleMeterRegistry(), clock),
                clock);
    }

    public void sweep() {
        new SweepPackages(jobs(), packages, config, clock).sweep();
    }
}
