package chat.natter.history.job;

import chat.natter.history.message.StoreUnavailable;
import chat.natter.history.objects.PackageStore;
import chat.natter.history.objects.StorageUnavailable;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/**
 * Takes jobs that nobody works on, one after the other, and sees each to its end: so the memory and the load of an
 * instance are those of one job, however many wait.
 */
@Singleton
final class RunJobs {
    private static final Logger LOG = Logger.getLogger(RunJobs.class);

    private final JobStore store;
    private final PackageStore packages;
    private final Kinds kinds;
    private final JobConfig config;
    private final JobMetrics metrics;
    private final Clock clock;
    private final String instance = UUID.randomUUID().toString();

    RunJobs(JobStore store, PackageStore packages, Kinds kinds, JobConfig config, JobMetrics metrics, Clock clock) {
        this.store = store;
        this.packages = packages;
        this.kinds = kinds;
        this.config = config;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Does what there is to do. */
    void look(BooleanSupplier stopping) {
        boolean more = true;
        while (more && !stopping.getAsBoolean()) {
            Optional<Job> taken = take();
            taken.ifPresent(job -> run(job, stopping));
            more = taken.isPresent();
        }
    }

    private Optional<Job> take() {
        Instant now = clock.instant();
        // A job of another kind is that of a newer version, which is just being rolled out.
        return new RecentJobs(store, clock)
                .since(config.giveUpAfter().plus(config.lease()))
                .filter(job -> job.isFree(now) && kinds.knows(job.kind()))
                .map(job -> job.taken(instance, now.plus(config.lease())))
                .filter(store::replace)
                .findFirst();
    }

    private void run(Job taken, BooleanSupplier stopping) {
        JobRun run = new JobRun(taken, store, config.lease(), clock, stopping);
        try {
            if (isHopeless(taken)) {
                end(run, JobState.FAILED);
            } else {
                work(run);
            }
        } catch (JobEnded e) {
            LOG.infof("left off: %s", e.getMessage());
        } catch (Stopping e) {
            leave(run, run.job().putOff(clock.instant()));
        } catch (StoreUnavailable | StorageUnavailable e) {
            LOG.warnf("put off job=%s cause=%s", taken.id(), e.getCause());
            leave(run, run.job().putOff(clock.instant().plus(config.lease())));
        } catch (RuntimeException e) {
            LOG.errorf(e, "failed, trying again later job=%s", taken.id());
            leave(run, run.job().stumbled(clock.instant().plus(config.lease())));
        }
    }

    private void work(JobRun run) {
        Instant begun = clock.instant();
        JobWork.Outcome outcome = kinds.of(run.job().kind()).run(run);
        try {
            run.change(run.job().ready(outcome.object(), outcome.bytes(), outcome.messages(), clock.instant()));
        } catch (JobEnded e) {
            removeUnlessWanted(run.job().id(), outcome);
            throw e;
        }
        metrics.ended(run.job(), begun);
        LOG.infof("ready job=%s kind=%s bytes=%d", run.job().id(), run.job().kind(), outcome.bytes());
    }

    /** Somebody called the job off while its last bytes were written. Whoever has taken it over goes on. */
    private void removeUnlessWanted(JobId id, JobWork.Outcome outcome) {
        if (!store.find(id).map(job -> job.state().isOpen()).orElse(false)) {
            packages.deleteAll(outcome.object());
        }
    }

    private boolean isHopeless(Job taken) {
        return taken.attempts() > config.attempts()
                || clock.instant().isAfter(taken.askedAt().plus(config.giveUpAfter()));
    }

    private void end(JobRun run, JobState how) {
        run.change(run.job().over(how, clock.instant()));
        metrics.ended(run.job(), clock.instant());
        LOG.errorf("given up job=%s attempts=%d", run.job().id(), run.job().attempts());
    }

    /** If that cannot be kept either, the lease ends by itself. */
    private static void leave(JobRun run, Job after) {
        try {
            run.change(after);
        } catch (StoreUnavailable | JobEnded e) {
            LOG.debugf(e, "left without a word job=%s", after.id());
        }
    }
}
