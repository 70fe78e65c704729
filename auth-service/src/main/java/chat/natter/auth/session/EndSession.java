package chat.natter.auth.session;

import chat.natter.auth.account.AccountStore;
import chat.natter.auth.audit.RecordEvent;
import chat.natter.auth.database.Database;
import chat.natter.auth.token.AccessToken;
import chat.natter.contract.SecurityEvent;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Ends one session. What it was given is worth nothing once the account's next version is published. */
@Singleton
class EndSession {
    private final Database database;
    private final AccountStore accounts;
    private final SessionStore sessions;
    private final RecordEvent recordEvent;
    private final Clock clock;

    EndSession(Database database, AccountStore accounts, SessionStore sessions, RecordEvent recordEvent, Clock clock) {
        this.database = database;
        this.accounts = accounts;
        this.sessions = sessions;
        this.recordEvent = recordEvent;
        this.clock = clock;
    }

    /** Returns whether it stood. */
    boolean end(AccessToken session, SecurityEvent why) {
        return database.transaction(connection -> {
            accounts.lock(connection, session.user());
            if (!sessions.end(connection, session.session())) {
                return false;
            }
            accounts.changed(connection, session.user(), clock.instant());
            recordEvent.record(connection, session.user(), why, session.device(), null);
            return true;
        });
    }
}
