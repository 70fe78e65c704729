package chat.natter.auth.session;

import chat.natter.auth.database.Database;
import chat.natter.auth.database.DeleteInBatches;
import chat.natter.auth.problem.Unavailable;
import chat.natter.auth.token.AccessToken;
import chat.natter.contract.SecurityEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;

/** Ends sessions that were not refreshed for too long, as a sign-out does, and deletes their tokens. */
@Singleton
class DeleteExpired {
    private static final Logger LOG = Logger.getLogger(DeleteExpired.class);
    private static final int BATCH = 1_000;

    private final Database database;
    private final SessionStore sessions;
    private final EndSession endSession;
    private final DeleteInBatches delete;
    private final Clock clock;

    DeleteExpired(
            Database database, SessionStore sessions, EndSession endSession, DeleteInBatches delete, Clock clock) {
        this.database = database;
        this.sessions = sessions;
        this.endSession = endSession;
        this.delete = delete;
        this.clock = clock;
    }

    @Scheduled(every = "${natter.auth.session.sweep-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        Instant now = clock.instant();
        try {
            List<AccessToken> expired;
            do {
                expired = database.query(connection -> sessions.findExpired(connection, now, BATCH));
                expired.forEach(session -> endSession.end(session, SecurityEvent.SIGNED_OUT));
            } while (expired.size() == BATCH);
            delete.olderThan("refresh_tokens", "expires_at", now);
        } catch (Unavailable e) {
            LOG.warnf("expired sessions stay for now cause=\"%s\"", e.getMessage());
        }
    }
}
