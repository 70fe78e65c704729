package chat.natter.auth.session;

import chat.natter.auth.database.Database;
import chat.natter.auth.problem.Outcome;
import chat.natter.contract.Problem;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Exchanges a refresh token for the next pair, once. Needs MySQL only: neither Keycloak nor Kafka. */
@Singleton
class RefreshSession {
    private static final Logger LOG = Logger.getLogger(RefreshSession.class);
    private static final String WRONG = "refreshToken: is unknown, expired or used before; sign in again";

    private final Database database;
    private final RefreshTokenStore refreshTokens;
    private final SessionStore sessions;
    private final RotateTokens rotateTokens;
    private final Clock clock;

    RefreshSession(
            Database database,
            RefreshTokenStore refreshTokens,
            SessionStore sessions,
            RotateTokens rotateTokens,
            Clock clock) {
        this.database = database;
        this.refreshTokens = refreshTokens;
        this.sessions = sessions;
        this.rotateTokens = rotateTokens;
        this.clock = clock;
    }

    Outcome<SessionTokens> refresh(RefreshToken token) {
        return database.transaction(connection -> refresh(connection, token));
    }

    private Outcome<SessionTokens> refresh(Connection connection, RefreshToken token) throws SQLException {
        Optional<IssuedToken> known = refreshTokens.lock(connection, token);
        if (known.isEmpty()) {
            return refused();
        }
        IssuedToken issued = known.get();
        Instant now = clock.instant();
        return switch (issued.judge(now)) {
            case ROTATE -> Outcome.done(rotateTokens.rotate(connection, token, issued, now));
            case EXPIRED -> refused();
            case REUSED -> {
                sessions.end(connection, issued.grants().session());
                LOG.warnf(
                        "refresh token used twice, session ended userId=%s deviceId=%s",
                        issued.grants().user(), issued.grants().device());
                yield refused();
            }
        };
    }

    private static Outcome<SessionTokens> refused() {
        return Outcome.refused(Problem.UNAUTHENTICATED, WRONG);
    }
}
