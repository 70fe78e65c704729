package chat.natter.auth.link;

import chat.natter.auth.database.DeleteInBatches;
import chat.natter.auth.problem.Unavailable;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Deletes links a day after they have expired. */
@Singleton
class DeleteExpiredLinks {
    private static final Logger LOG = Logger.getLogger(DeleteExpiredLinks.class);
    private static final Duration KEPT = Duration.ofDays(1);

    private final DeleteInBatches delete;
    private final Clock clock;

    DeleteExpiredLinks(DeleteInBatches delete, Clock clock) {
        this.delete = delete;
        this.clock = clock;
    }

    @Scheduled(every = "1h", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        try {
            delete.olderThan("links", "expires_at", clock.instant().minus(KEPT));
        } catch (Unavailable e) {
            LOG.warnf("expired links stay for now cause=\"%s\"", e.getMessage());
        }
    }
}
