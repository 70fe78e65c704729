package chat.natter.auth.session;

import chat.natter.auth.account.AccountStore;
import chat.natter.auth.id.DeviceSessionId;
import chat.natter.contract.UserId;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Ends all sessions of an account but one, within a transaction that holds the account's lock. */
@Singleton
public class EndSessions {
    private final AccountStore accounts;
    private final SessionStore sessions;
    private final Clock clock;

    EndSessions(AccountStore accounts, SessionStore sessions, Clock clock) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** Without a session to keep, none stays. */
    public void endOthers(Connection connection, UserId user, @Nullable DeviceSessionId kept) throws SQLException {
        if (sessions.endOthers(connection, user, kept) > 0) {
            accounts.changed(connection, user, clock.instant());
        }
    }
}
