package chat.natter.auth.method;

import chat.natter.auth.account.AccountStore;
import chat.natter.auth.audit.RecordEvent;
import chat.natter.auth.database.Database;
import chat.natter.auth.identity.IdentitiesToRemove;
import chat.natter.auth.problem.Outcome;
import chat.natter.contract.Problem;
import chat.natter.contract.SecurityEvent;
import chat.natter.contract.UserId;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Takes a way to sign in from an account, but never the last one. */
@Singleton
class RemoveMethod {
    private final Database database;
    private final AccountStore accounts;
    private final MethodStore methods;
    private final RecordEvent recordEvent;
    private final IdentitiesToRemove identitiesToRemove;

    RemoveMethod(
            Database database,
            AccountStore accounts,
            MethodStore methods,
            RecordEvent recordEvent,
            IdentitiesToRemove identitiesToRemove) {
        this.database = database;
        this.accounts = accounts;
        this.methods = methods;
        this.recordEvent = recordEvent;
        this.identitiesToRemove = identitiesToRemove;
    }

    Outcome<SignInMethod> remove(UserId user, String id) {
        return database.transaction(connection -> remove(connection, user, id));
    }

    private Outcome<SignInMethod> remove(Connection connection, UserId user, String id) throws SQLException {
        accounts.lock(connection, user);
        List<SignInMethod> own = methods.list(connection, user);
        Optional<SignInMethod> found =
                own.stream().filter(method -> method.id().equals(id)).findFirst();
        if (found.isEmpty()) {
            return Outcome.refused(Problem.NOT_FOUND, "You have no such way to sign in.");
        }
        if (own.size() == 1 && !accounts.hasPassword(connection, user)) {
            return Outcome.refused(Problem.CONFLICT, "It is the last way to sign in; add another one first.");
        }
        methods.delete(connection, user, id);
        if (found.get().kind().equals(SignInMethod.OIDC)) {
            // Keycloak would let the same provider's user in again, as the same user.
            identitiesToRemove.add(connection, found.get().address());
        }
        recordEvent.record(connection, user, SecurityEvent.SIGN_IN_METHOD_REMOVED);
        return Outcome.done(found.get());
    }
}
