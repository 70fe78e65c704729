package chat.natter.auth.password;

import chat.natter.auth.account.AccountStore;
import chat.natter.auth.audit.RecordEvent;
import chat.natter.auth.database.Database;
import chat.natter.auth.id.DeviceSessionId;
import chat.natter.auth.publish.PublishAccount;
import chat.natter.auth.session.EndSessions;
import chat.natter.contract.SecurityEvent;
import chat.natter.contract.UserId;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** What follows from a new password: whoever is signed in by the old one is signed out, and the devices are told. */
@Singleton
class PasswordChanged {
    private final Database database;
    private final AccountStore accounts;
    private final EndSessions endSessions;
    private final RecordEvent recordEvent;
    private final PublishAccount publishAccount;

    PasswordChanged(
            Database database,
            AccountStore accounts,
            EndSessions endSessions,
            RecordEvent recordEvent,
            PublishAccount publishAccount) {
        this.database = database;
        this.accounts = accounts;
        this.endSessions = endSessions;
        this.recordEvent = recordEvent;
        this.publishAccount = publishAccount;
    }

    void follow(UserId user, @Nullable DeviceSessionId kept) {
        database.transaction(connection -> {
            accounts.lock(connection, user);
            endSessions.endOthers(connection, user, kept);
            recordEvent.record(connection, user, SecurityEvent.PASSWORD_CHANGED);
            return user;
        });
        publishAccount.publishSoon(user);
    }
}
