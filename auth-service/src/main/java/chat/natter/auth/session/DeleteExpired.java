package chat.natter.auth.session;

import chat.natter.auth.database.Database;
import chat.natter.auth.database.SqlTime;
import chat.natter.auth.problem.Unavailable;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.time.Clock;
import java.time.Instant;
import org.jboss.logging.Logger;

/** Deletes sessions and refresh tokens that time has ended, a few at a time so that no lock is held for long. */
@Singleton
class DeleteExpired {
    private static final Logger LOG = Logger.getLogger(DeleteExpired.class);
    private static final int BATCH = 1_000;

    private final Database database;
    private final Clock clock;

    DeleteExpired(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Scheduled(every = "${natter.auth.session.sweep-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        Instant now = clock.instant();
        try {
            deleteAll("DELETE FROM device_sessions WHERE expires_at <= ? LIMIT " + BATCH, now);
            deleteAll("DELETE FROM refresh_tokens WHERE expires_at <= ? LIMIT " + BATCH, now);
        } catch (Unavailable e) {
            LOG.warnf("expired sessions stay for now cause=\"%s\"", e.getMessage());
        }
    }

    private void deleteAll(String sql, Instant now) {
        int deleted;
        do {
            deleted = database.query(connection -> {
                try (PreparedStatement statement = connection.prepareStatement(sql)) {
                    statement.setObject(1, SqlTime.of(now));
                    return statement.executeUpdate();
                }
            });
        } while (deleted == BATCH);
    }
}
