package chat.natter.auth.session;

import chat.natter.auth.account.AccountStore;
import chat.natter.auth.database.Database;
import chat.natter.auth.device.DeviceRequest;
import chat.natter.auth.device.EnrolDevice;
import chat.natter.auth.device.EnrolDevice.Enrolled;
import chat.natter.auth.problem.Outcome;
import chat.natter.auth.token.AccessToken;
import chat.natter.contract.Problem;
import chat.natter.contract.UserId;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;

/** Opens a session for a user who is proven, in one transaction: device, session and first refresh token. */
@Singleton
class OpenSession {
    private final Database database;
    private final AccountStore accounts;
    private final EnrolDevice enrolDevice;
    private final StartSession startSession;
    private final Clock clock;

    OpenSession(
            Database database, AccountStore accounts, EnrolDevice enrolDevice, StartSession startSession, Clock clock) {
        this.database = database;
        this.accounts = accounts;
        this.enrolDevice = enrolDevice;
        this.startSession = startSession;
        this.clock = clock;
    }

    /** A session; {@code deviceAdded} if the account has one device more than before. */
    record Opened(SessionTokens tokens, boolean deviceAdded) {
        AccessToken session() {
            return tokens.session();
        }
    }

    Outcome<Opened> open(UserId user, DeviceRequest device) {
        return database.transaction(connection -> open(connection, user, device));
    }

    private Outcome<Opened> open(Connection connection, UserId user, DeviceRequest request) throws SQLException {
        if (!accounts.lock(connection, user)) {
            return Outcome.refused(Problem.UNAUTHENTICATED, ProveByPassword.WRONG);
        }
        Outcome<Enrolled> enrolled = enrolDevice.enrol(connection, user, request);
        if (enrolled instanceof Outcome.Refused<Enrolled> refused) {
            return Outcome.refused(refused.problem(), refused.detail());
        }
        Enrolled device = ((Outcome.Done<Enrolled>) enrolled).value();
        SessionTokens tokens = startSession.start(connection, user, device.device());
        accounts.changed(connection, user, clock.instant());
        return Outcome.done(new Opened(tokens, device.added()));
    }
}
