package chat.natter.auth.privacy;

import chat.natter.auth.account.AccountStore;
import chat.natter.auth.database.Database;
import chat.natter.auth.problem.Outcome;
import chat.natter.contract.Problem;
import chat.natter.contract.UserId;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;

/** Adds to and takes from an account's contacts; makes the account's next version if that changes anything. */
@Singleton
class ChangeContacts {
    /** The list is part of the account's record, which every change writes whole. */
    private static final int MOST = 5_000;

    private final Database database;
    private final AccountStore accounts;
    private final ContactStore contacts;
    private final Clock clock;

    ChangeContacts(Database database, AccountStore accounts, ContactStore contacts, Clock clock) {
        this.database = database;
        this.accounts = accounts;
        this.contacts = contacts;
        this.clock = clock;
    }

    Outcome<UserId> add(UserId user, UserId other) {
        return database.transaction(connection -> add(connection, user, other));
    }

    void remove(UserId user, UserId other) {
        database.transaction(connection -> {
            accounts.lock(connection, user);
            if (contacts.delete(connection, user, other)) {
                accounts.changed(connection, user, clock.instant());
            }
            return other;
        });
    }

    private Outcome<UserId> add(Connection connection, UserId user, UserId other) throws SQLException {
        accounts.lock(connection, user);
        List<UserId> before = contacts.list(connection, user);
        if (before.contains(other)) {
            return Outcome.done(other);
        }
        if (accounts.find(connection, other).isEmpty()) {
            return Outcome.refused(Problem.USER_UNKNOWN, Problem.USER_UNKNOWN.title());
        }
        if (before.size() >= MOST) {
            return Outcome.refused(Problem.CONFLICT, "At most %d users can be contacts.".formatted(MOST));
        }
        contacts.insert(connection, user, other, clock.instant());
        accounts.changed(connection, user, clock.instant());
        return Outcome.done(other);
    }
}
