package chat.natter.auth.block;

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

/** Adds to and takes from an account's block list; makes the account's next version if that changes anything. */
@Singleton
class ChangeBlocks {
    /** The list is part of the account's record, which every change writes whole. */
    private static final int MOST = 1_000;

    private final Database database;
    private final AccountStore accounts;
    private final BlockStore blocks;
    private final Clock clock;

    ChangeBlocks(Database database, AccountStore accounts, BlockStore blocks, Clock clock) {
        this.database = database;
        this.accounts = accounts;
        this.blocks = blocks;
        this.clock = clock;
    }

    Outcome<UserId> block(UserId user, UserId other) {
        return database.transaction(connection -> block(connection, user, other));
    }

    void unblock(UserId user, UserId other) {
        database.transaction(connection -> {
            accounts.lock(connection, user);
            if (blocks.delete(connection, user, other)) {
                accounts.changed(connection, user, clock.instant());
            }
            return other;
        });
    }

    private Outcome<UserId> block(Connection connection, UserId user, UserId other) throws SQLException {
        if (other.equals(user)) {
            return Outcome.refused(Problem.BAD_REQUEST, "You cannot block yourself.");
        }
        accounts.lock(connection, user);
        List<UserId> before = blocks.list(connection, user);
        if (before.contains(other)) {
            return Outcome.done(other);
        }
        if (accounts.find(connection, other).isEmpty()) {
            return Outcome.refused(Problem.USER_UNKNOWN, Problem.USER_UNKNOWN.title());
        }
        if (before.size() >= MOST) {
            return Outcome.refused(Problem.CONFLICT, "At most %d users can be blocked.".formatted(MOST));
        }
        blocks.insert(connection, user, other, clock.instant());
        accounts.changed(connection, user, clock.instant());
        return Outcome.done(other);
    }
}
