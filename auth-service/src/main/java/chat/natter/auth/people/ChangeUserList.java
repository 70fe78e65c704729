package chat.natter.auth.people;

import chat.natter.auth.account.AccountStore;
import chat.natter.auth.database.Database;
import chat.natter.auth.problem.Outcome;
import chat.natter.auth.userlist.UserList;
import chat.natter.auth.userlist.UserListStore;
import chat.natter.contract.Problem;
import chat.natter.contract.UserId;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;

/** Adds to and takes from an account's lists; makes the account's next version if that changes anything. */
@Singleton
class ChangeUserList {
    private final Database database;
    private final AccountStore accounts;
    private final UserListStore lists;
    private final Clock clock;

    ChangeUserList(Database database, AccountStore accounts, UserListStore lists, Clock clock) {
        this.database = database;
        this.accounts = accounts;
        this.lists = lists;
        this.clock = clock;
    }

    Outcome<UserId> add(UserList list, UserId user, UserId other) {
        return database.transaction(connection -> add(connection, list, user, other));
    }

    void remove(UserList list, UserId user, UserId other) {
        database.transaction(connection -> {
            accounts.lock(connection, user);
            if (lists.delete(connection, list, user, other)) {
                accounts.changed(connection, user, clock.instant());
            }
            return other;
        });
    }

    private Outcome<UserId> add(Connection connection, UserList list, UserId user, UserId other) throws SQLException {
        accounts.lock(connection, user);
        List<UserId> before = lists.list(connection, list, user);
        if (before.contains(other)) {
            return Outcome.done(other);
        }
        if (accounts.find(connection, other).isEmpty()) {
            return Outcome.refused(Problem.USER_UNKNOWN, Problem.USER_UNKNOWN.title());
        }
        if (before.size() >= list.most()) {
            return Outcome.refused(Problem.CONFLICT, "At most %d users fit in this list.".formatted(list.most()));
        }
        lists.insert(connection, list, user, other, clock.instant());
        accounts.changed(connection, user, clock.instant());
        return Outcome.done(other);
    }
}
