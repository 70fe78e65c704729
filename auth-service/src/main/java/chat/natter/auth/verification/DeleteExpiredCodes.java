package chat.natter.auth.verification;

import chat.natter.auth.database.DeleteInBatches;
import chat.natter.auth.problem.Unavailable;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;

/** Deletes codes a day after they were sent, and counts whose window is long over. */
@Singleton
class DeleteExpiredCodes {
    private static final Logger LOG = Logger.getLogger(DeleteExpiredCodes.class);
    private static final Duration KEPT = Duration.ofDays(1);

    private final DeleteInBatches delete;
    private final Clock clock;

    DeleteExpiredCodes(DeleteInBatches delete, Clock clock) {
        this.delete = delete;
        this.clock = clock;
    }

    @Scheduled(
            every = "${natter.auth.verification.sweep-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        Instant before = clock.instant().minus(KEPT);
        try {
            delete.olderThan("verifications", "created_at", before);
            delete.olderThan("verification_targets", "window_start", before);
        } catch (Unavailable e) {
            LOG.warnf("expired codes stay for now cause=\"%s\"", e.getMessage());
        }
    }
}
