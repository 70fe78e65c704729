package chat.natter.history.archive;

import chat.natter.history.message.StoreUnavailable;
import jakarta.inject.Singleton;
import java.util.random.RandomGenerator;
import org.jboss.logging.Logger;

/** Repeats an effect until it succeeds: while the store is away nothing is skipped, the partition just waits. */
@Singleton
final class PersistUntilDone {
    private static final Logger LOG = Logger.getLogger(PersistUntilDone.class);

    private final Backoff backoff;
    private final Waiting waiting;
    private final ArchiveMetrics metrics;

    PersistUntilDone(ArchiveConfig config, Waiting waiting, ArchiveMetrics metrics) {
        this.backoff = new Backoff(config.firstPause(), config.longestPause());
        this.waiting = waiting;
        this.metrics = metrics;
    }

    /** @param effect idempotent */
    void run(Runnable effect) {
        int failures = 0;
        while (!succeeds(effect, failures)) {
            failures++;
            waiting.pause(backoff.after(failures, RandomGenerator.getDefault()));
        }
        if (failures > 0) {
            LOG.infof("archiving goes on failures=%d", failures);
        }
    }

    private boolean succeeds(Runnable effect, int failures) {
        try {
            effect.run();
            return true;
        } catch (RuntimeException e) {
            metrics.failed();
            if (failures == 0) {
                report(e);
            }
            return false;
        }
    }

    /** Once per outage, not once per attempt; an outage explains itself, anything else needs its trace. */
    private static void report(RuntimeException e) {
        if (e instanceof StoreUnavailable) {
            LOG.warnf("archiving is held up, trying again cause=%s", e.getCause());
        } else {
            LOG.error("archiving is held up, trying again", e);
        }
    }
}
