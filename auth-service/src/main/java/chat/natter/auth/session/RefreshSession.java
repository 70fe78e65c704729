package chat.natter.auth.session;

import chat.natter.auth.database.Database;
import chat.natter.auth.problem.Outcome;
import chat.natter.auth.publish.PublishAccount;
import chat.natter.auth.token.AccessToken;
import chat.natter.contract.Problem;
import chat.natter.contract.SecurityEvent;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Exchanges a refresh token for the next pair, once. Needs MySQL only: neither Keycloak nor Kafka. */
@Singleton
class RefreshSession {
    private static final Logger LOG = Logger.getLogger(RefreshSession.class);
    private static final String WRONG = "refreshToken: is unknown, expired or used before; sign in again";

    private final Database database;
    private final RefreshTokenStore refreshTokens;
    private final RotateTokens rotateTokens;
    private final EndSession endSession;
    private final PublishAccount publishAccount;
    private final Clock clock;

    RefreshSession(
            Database database,
            RefreshTokenStore refreshTokens,
            RotateTokens rotateTokens,
            EndSession endSession,
            PublishAccount publishAccount,
            Clock clock) {
        this.database = database;
        this.refreshTokens = refreshTokens;
        this.rotateTokens = rotateTokens;
        this.endSession = endSession;
        this.publishAccount = publishAccount;
        this.clock = clock;
    }

    Outcome<SessionTokens> refresh(RefreshToken token) {
        Answer answer = database.transaction(connection -> refresh(connection, token));
        AccessToken stolen = answer.stolen();
        // In a transaction of its own, which locks the account first as all others do.
        if (stolen != null && endSession.end(stolen, SecurityEvent.REFRESH_TOKEN_REUSED)) {
            LOG.warnf("refresh token used twice, session ended userId=%s deviceId=%s", stolen.user(), stolen.device());
            publishAccount.publishSoon(stolen.user());
        }
        return answer.outcome();
    }

    /** What the client is told, and the session that must end because somebody has a copy of its token. */
    private record Answer(
            Outcome<SessionTokens> outcome, @Nullable AccessToken stolen) {
        static Answer refused(@Nullable AccessToken stolen) {
            return new Answer(Outcome.refused(Problem.UNAUTHENTICATED, WRONG), stolen);
        }
    }

    private Answer refresh(Connection connection, RefreshToken token) throws SQLException {
        Optional<IssuedToken> known = refreshTokens.lock(connection, token);
        if (known.isEmpty()) {
            return Answer.refused(null);
        }
        IssuedToken issued = known.get();
        Instant now = clock.instant();
        return switch (issued.judge(now)) {
            case ROTATE -> new Answer(Outcome.done(rotateTokens.rotate(connection, token, issued, now)), null);
            case EXPIRED -> Answer.refused(null);
            case REUSED -> Answer.refused(issued.grants());
        };
    }
}
