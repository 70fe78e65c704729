package chat.natter.history.job;

import chat.natter.contract.UserId;
import chat.natter.history.objects.PackageStore;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Jobs for those who ask for them. Throws as {@link JobStore} does. */
@Singleton
public final class Jobs {
    private final JobStore store;
    private final PackageStore packages;
    private final JobConfig config;
    private final Wake wake;
    private final Clock clock;

    Jobs(JobStore store, PackageStore packages, JobConfig config, Wake wake, Clock clock) {
        this.store = store;
        this.packages = packages;
        this.config = config;
        this.wake = wake;
        this.clock = clock;
    }

    /** An id for a job that is about to be asked for. */
    public JobId newId() {
        return JobId.next(clock.instant(), RandomGenerator.getDefault());
    }

    /** Asks for it; returns once that is kept. */
    public Job ask(JobId id, String kind, Optional<UserId> user, String request) {
        Job job = Job.asked(id, kind, user, request);
        store.add(job);
        wake.up();
        return job;
    }

    public Optional<Job> find(JobId id) {
        return store.find(id);
    }

    /** That of the id which a client gave; empty if it is no id, too. */
    public Optional<Job> find(String id) {
        return JobId.parse(id).flatMap(store::find);
    }

    /** Those of a kind that are kept, the oldest first. */
    public List<Job> ofKind(String kind) {
        return new RecentJobs(store, clock)
                .since(config.giveUpAfter().plus(config.keep()))
                .filter(job -> job.kind().equals(kind))
                .toList();
    }

    /** Ends the job, whatever it is at, and takes away what it has made. Does nothing where it has ended otherwise. */
    public void cancel(JobId id) {
        Optional<Job> found = store.find(id);
        while (found.isPresent() && (found.get().state().isOpen() || found.get().state() == JobState.READY)) {
            Job job = found.get();
            if (store.replace(job.over(JobState.CANCELLED, clock.instant()))) {
                remove(job);
                return;
            }
            found = store.find(id);
        }
    }

    /** From when on what it has made is not there any more. */
    public Instant expiresAt(Job ready) {
        return ready.endedAt().plus(keep());
    }

    public Duration keep() {
        return config.keep();
    }

    private void remove(Job job) {
        if (!job.object().isEmpty()) {
            packages.deleteAll(job.object());
        }
    }

    /** Ends what was kept for long enough. */
    void expire() {
        Instant now = clock.instant();
        new RecentJobs(store, clock)
                .since(Duration.ofDays(1).plus(config.giveUpAfter()).plus(config.keep()))
                .filter(job -> job.state() == JobState.READY && !expiresAt(job).isAfter(now))
                .forEach(job -> {
                    // The object first: once it is expired nobody would look for it.
                    remove(job);
                    store.replace(job.over(JobState.EXPIRED, now));
                });
    }
}
