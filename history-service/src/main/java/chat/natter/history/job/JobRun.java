package chat.natter.history.job;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/** One instance's work on one job, as the work sees it. For one thread. */
public final class JobRun {
    private final JobStore store;
    private final Duration lease;
    private final Clock clock;
    private final BooleanSupplier stopping;
    private Job job;
    private Instant savedAt;

    JobRun(Job taken, JobStore store, Duration lease, Clock clock, BooleanSupplier stopping) {
        this.job = taken;
        this.store = store;
        this.lease = lease;
        this.clock = clock;
        this.stopping = stopping;
        this.savedAt = clock.instant();
    }

    public Job job() {
        return job;
    }

    /** A name for what this attempt makes, which no other attempt has. */
    public String attempt() {
        return job.id() + "-" + job.version();
    }

    /**
     * Tells how far the work has come, and thereby that it goes on; saved from time to time. Throws, to end the work,
     * if the job was called off or this instance is to stop.
     */
    public void advanced(long done, long about) {
        if (stopping.getAsBoolean()) {
            throw new Stopping(job.id());
        }
        if (!clock.instant().isBefore(savedAt.plus(lease.dividedBy(6)))) {
            save(done, about, job.place());
        }
    }

    /** The same, and from here on the job goes on from that place, whoever has it; returns once that is kept. */
    public void reached(long done, long about, String place) {
        save(done, about, place);
    }

    /** Ends the job: nobody wants any more what it would make. */
    public JobWork.Outcome callOff() {
        change(job.over(JobState.CANCELLED, clock.instant()));
        throw new JobEnded(job.id());
    }

    private void save(long done, long about, String place) {
        Instant now = clock.instant();
        change(job.advanced(done, about, place, now.plus(lease)));
        savedAt = now;
    }

    /** Throws if the job is somebody else's. */
    void change(Job after) {
        if (!store.replace(after)) {
            throw new JobEnded(job.id());
        }
        job = after;
    }
}
