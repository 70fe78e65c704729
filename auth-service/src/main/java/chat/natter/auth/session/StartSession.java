package chat.natter.auth.session;

import chat.natter.auth.id.NewIds;
import chat.natter.auth.token.AccessToken;
import chat.natter.contract.DeviceId;
import chat.natter.contract.UserId;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;

/** Writes a device's new session. The one it had ends: a device is signed in once. */
@Singleton
class StartSession {
    private final SessionStore sessions;
    private final IssueTokens issueTokens;
    private final SessionConfig config;
    private final NewIds ids;
    private final Clock clock;

    StartSession(SessionStore sessions, IssueTokens issueTokens, SessionConfig config, NewIds ids, Clock clock) {
        this.sessions = sessions;
        this.issueTokens = issueTokens;
        this.config = config;
        this.ids = ids;
        this.clock = clock;
    }

    SessionTokens start(Connection connection, UserId user, DeviceId device) throws SQLException {
        Instant now = clock.instant();
        Instant expiresAt = now.plus(config.idleLifetime());
        AccessToken session = new AccessToken(user, device, ids.deviceSession());
        sessions.endOf(connection, device);
        sessions.insert(connection, session, now, expiresAt);
        return issueTokens.issue(connection, session, expiresAt);
    }
}
