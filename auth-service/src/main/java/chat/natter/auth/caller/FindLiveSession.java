package chat.natter.auth.caller;

import chat.natter.auth.database.Database;
import chat.natter.auth.database.SqlTime;
import chat.natter.auth.token.AccessToken;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Clock;
import java.time.Instant;

/**
 * Whether a token's device session still stands. Other services cannot know and take a token until it expires; here the
 * database is at hand, and devices and sessions are what a thief would change first.
 */
@ApplicationScoped // filters are made before the configuration is read: a proxy waits for it
class FindLiveSession {
    private static final String SQL = "SELECT 1 FROM device_sessions s JOIN accounts a ON a.id = s.account_id"
            + " WHERE s.id = ? AND s.account_id = ? AND s.device_id = ? AND s.expires_at > ? AND a.status = 'ACTIVE'";

    private final Database database;
    private final Clock clock;

    FindLiveSession(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    boolean isLive(AccessToken token) {
        Instant now = clock.instant();
        return database.query(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(SQL)) {
                statement.setString(1, token.session().value());
                statement.setString(2, token.user().value());
                statement.setString(3, token.device().value());
                statement.setObject(4, SqlTime.of(now));
                try (ResultSet rows = statement.executeQuery()) {
                    return rows.next();
                }
            }
        });
    }
}
