package chat.natter.auth.session;

import chat.natter.auth.token.AccessToken;
import chat.natter.auth.token.SignAccessToken;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.random.RandomGenerator;

/** Gives a session its next pair of tokens. */
@Singleton
class IssueTokens {
    private final RefreshTokenStore refreshTokens;
    private final SignAccessToken signAccessToken;
    private final RandomGenerator random;

    IssueTokens(RefreshTokenStore refreshTokens, SignAccessToken signAccessToken, RandomGenerator random) {
        this.refreshTokens = refreshTokens;
        this.signAccessToken = signAccessToken;
        this.random = random;
    }

    SessionTokens issue(Connection connection, AccessToken session, Instant expiresAt) throws SQLException {
        RefreshToken refreshToken = RefreshToken.next(random);
        refreshTokens.insert(connection, refreshToken, session.session(), expiresAt);
        return new SessionTokens(
                session, signAccessToken.sign(session), refreshToken, signAccessToken.lifetimeSeconds());
    }
}
