package chat.natter.auth.erasure;

import chat.natter.auth.account.AccountStore;
import chat.natter.auth.audit.RecordEvent;
import chat.natter.auth.database.Database;
import chat.natter.auth.publish.PublishAccount;
import chat.natter.contract.UserId;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Ends an account in one transaction. What stays is its id, that it was erased, and what Keycloak has yet to forget;
 * the other services learn of it from {@code chat.accounts}. The user name is free again.
 */
@Singleton
class EraseAccount {
    private final Database database;
    private final AccountStore accounts;
    private final ForgetAccount forgetAccount;
    private final RecordEvent recordEvent;
    private final PublishAccount publishAccount;

    EraseAccount(
            Database database,
            AccountStore accounts,
            ForgetAccount forgetAccount,
            RecordEvent recordEvent,
            PublishAccount publishAccount) {
        this.database = database;
        this.accounts = accounts;
        this.forgetAccount = forgetAccount;
        this.recordEvent = recordEvent;
        this.publishAccount = publishAccount;
    }

    void erase(UserId user) {
        database.transaction(connection -> erase(connection, user));
        publishAccount.publishSoon(user);
    }

    private boolean erase(Connection connection, UserId user) throws SQLException {
        if (!accounts.lock(connection, user)) {
            return false;
        }
        forgetAccount.forget(connection, user);
        recordEvent.erased(connection, user);
        return true;
    }
}
