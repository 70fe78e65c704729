package chat.natter.auth.account;

import chat.natter.auth.database.Database;
import chat.natter.auth.problem.Outcome;
import chat.natter.contract.Problem;
import chat.natter.contract.UserId;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.time.Clock;
import java.util.Optional;

/** Changes what others see of an account; makes its next version. */
@Singleton
class ChangeProfile {
    private final Database database;
    private final AccountStore accounts;
    private final Clock clock;

    ChangeProfile(Database database, AccountStore accounts, Clock clock) {
        this.database = database;
        this.accounts = accounts;
        this.clock = clock;
    }

    Outcome<OwnAccount> change(UserId user, ProfileChange change) {
        return database.transaction(connection -> change(connection, user, change));
    }

    private Outcome<OwnAccount> change(Connection connection, UserId user, ProfileChange change) throws SQLException {
        accounts.lock(connection, user);
        Optional<OwnAccount> before = accounts.findOwn(connection, user);
        if (before.isEmpty()) {
            return Outcome.refused(Problem.NOT_FOUND, "The account is gone.");
        }
        if (change.wantsAnotherNameThan(before.get())) {
            return Outcome.refused(Problem.CONFLICT, "username: is chosen once and cannot be changed");
        }
        OwnAccount after = change.applyTo(before.get());
        if (!after.equals(before.get())) {
            try {
                accounts.save(connection, after);
            } catch (SQLIntegrityConstraintViolationException taken) {
                return Outcome.refused(Problem.CONFLICT, "username: is taken");
            }
            accounts.changed(connection, user, clock.instant());
        }
        return Outcome.done(after);
    }
}
