package chat.natter.history.job;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Runs jobs and sweeps for as long as the service runs. */
@Singleton
final class RunInBackground {
    /** To put the job down, so that another instance need not wait for the end of the lease. */
    private static final Duration FAREWELL = Duration.ofSeconds(10);

    private final Repeat running;
    private final Repeat sweeping;
    private final Wake wake;

    RunInBackground(RunJobs runJobs, SweepPackages sweepPackages, JobConfig config, Wake wake) {
        this.running = new Repeat("run-jobs", config.lookEvery(), () -> runJobs.look(this::isStopping));
        this.sweeping = new Repeat("sweep-packages", config.sweepEvery(), sweepPackages::sweep);
        this.wake = wake;
    }

    private boolean isStopping() {
        return running.isStopping();
    }

    void start(@Observes StartupEvent event) {
        wake.sleeper(running::soon);
        running.start();
        sweeping.start();
    }

    void stop(@Observes ShutdownEvent event) {
        sweeping.stop();
        running.stop(FAREWELL);
    }
}
