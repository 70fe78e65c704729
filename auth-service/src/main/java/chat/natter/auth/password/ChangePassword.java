package chat.natter.auth.password;

import chat.natter.auth.account.Username;
import chat.natter.auth.caller.Caller;
import chat.natter.auth.database.Database;
import chat.natter.auth.identity.VerifyPassword;
import chat.natter.auth.method.OwnedProof;
import chat.natter.auth.password.PasswordStore.Keeper;
import chat.natter.auth.problem.Outcome;
import chat.natter.contract.Problem;
import chat.natter.contract.UserId;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Sets the password of an account that is signed in. A stolen access token must not be enough: the present password or
 * a fresh proof of a number or address is needed, unless the account has neither.
 */
@Singleton
class ChangePassword {
    private final Database database;
    private final PasswordStore store;
    private final VerifyPassword verifyPassword;
    private final OwnedProof ownedProof;
    private final SetPassword setPassword;

    ChangePassword(
            Database database,
            PasswordStore store,
            VerifyPassword verifyPassword,
            OwnedProof ownedProof,
            SetPassword setPassword) {
        this.database = database;
        this.store = store;
        this.verifyPassword = verifyPassword;
        this.ownedProof = ownedProof;
        this.setPassword = setPassword;
    }

    Outcome<UserId> change(Caller caller, String password, @Nullable String current, @Nullable String proof) {
        UserId user = caller.user();
        return isAllowed(user, current, proof)
                ? setPassword.set(user, password)
                : Outcome.refused(
                        Problem.FORBIDDEN,
                        "currentPassword or proof: is missing or wrong; it has to be the account's own");
    }

    private boolean isAllowed(UserId user, @Nullable String current, @Nullable String proof) {
        Optional<Keeper> keeper = database.query(connection -> store.find(connection, user));
        Username username = keeper.map(Keeper::username).orElse(null);
        boolean hasPassword = keeper.map(Keeper::identityId).isPresent();
        if (hasPassword && username != null && current != null) {
            return verifyPassword.verify(username.value(), current);
        }
        if (proof != null) {
            return ownedProof.claim(user, proof);
        }
        return !hasPassword && !ownedProof.couldBeGiven(user);
    }
}
