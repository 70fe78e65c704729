package chat.natter.auth.session;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;

/** Uses up a refresh token, gives the next one, and lets the session live on from now. */
@Singleton
class RotateTokens {
    private final RefreshTokenStore refreshTokens;
    private final SessionStore sessions;
    private final IssueTokens issueTokens;
    private final SessionConfig config;

    RotateTokens(
            RefreshTokenStore refreshTokens, SessionStore sessions, IssueTokens issueTokens, SessionConfig config) {
        this.refreshTokens = refreshTokens;
        this.sessions = sessions;
        this.issueTokens = issueTokens;
        this.config = config;
    }

    SessionTokens rotate(Connection connection, RefreshToken token, IssuedToken issued, Instant now)
            throws SQLException {
        Instant expiresAt = now.plus(config.idleLifetime());
        refreshTokens.markUsed(connection, token, now);
        sessions.extend(connection, issued.grants().session(), expiresAt);
        return issueTokens.issue(connection, issued.grants(), expiresAt);
    }
}
