package chat.natter.auth.password;

import chat.natter.auth.account.Username;
import chat.natter.auth.database.Database;
import chat.natter.auth.identity.Identities;
import chat.natter.auth.password.PasswordStore.Keeper;
import chat.natter.auth.problem.Outcome;
import chat.natter.contract.Problem;
import chat.natter.contract.UserId;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Gives an account a password, its first or another one. May be repeated after any failure: Keycloak's user is made
 * disabled, named in the account's row, and only then enabled.
 */
@Singleton
public class SetPassword {
    private static final String REFUSED = "password: does not meet the identity provider's password policy";

    private final Database database;
    private final PasswordStore store;
    private final PasswordPolicy policy;
    private final MakeIdentity makeIdentity;
    private final Identities identities;

    SetPassword(
            Database database,
            PasswordStore store,
            PasswordPolicy policy,
            MakeIdentity makeIdentity,
            Identities identities) {
        this.database = database;
        this.store = store;
        this.policy = policy;
        this.makeIdentity = makeIdentity;
        this.identities = identities;
    }

    public Outcome<UserId> set(UserId user, String password) {
        Optional<Keeper> keeper = database.query(connection -> store.find(connection, user));
        Username username = keeper.map(Keeper::username).orElse(null);
        if (username == null) {
            return Outcome.refused(Problem.CONFLICT, "username: choose one first; a password goes with a name");
        }
        Optional<String> weak = policy.refusal(username, password);
        if (weak.isPresent()) {
            return Outcome.refused(Problem.BAD_REQUEST, "password: " + weak.get());
        }
        String identityId = keeper.get().identityId();
        return identityId == null ? first(user, username, password) : another(user, identityId, password);
    }

    private Outcome<UserId> first(UserId user, Username username, String password) {
        return makeIdentity
                .make(username, password)
                .fold(
                        made -> {
                            database.transaction(connection -> {
                                store.keep(connection, user, made.identityId());
                                return user;
                            });
                            identities.enable(made.identityId());
                            return Outcome.done(user);
                        },
                        Outcome::refused);
    }

    private Outcome<UserId> another(UserId user, String identityId, String password) {
        if (!identities.setPassword(identityId, password)) {
            return Outcome.refused(Problem.BAD_REQUEST, REFUSED);
        }
        identities.enable(identityId);
        return Outcome.done(user);
    }
}
