package chat.natter.auth.password;

import chat.natter.auth.account.Username;
import chat.natter.auth.identity.Identities;
import chat.natter.auth.identity.Identity;
import chat.natter.auth.identity.VerifyPassword;
import chat.natter.auth.problem.Outcome;
import chat.natter.contract.Problem;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Supplier;

/** Gets an identity for a name that is claimed: a new one, or the one that is there and proven to be the caller's. */
@Singleton
public class MakeIdentity {
    private static final String TAKEN = "username: is taken";

    private final Identities identities;
    private final VerifyPassword verifyPassword;

    MakeIdentity(Identities identities, VerifyPassword verifyPassword) {
        this.identities = identities;
        this.verifyPassword = verifyPassword;
    }

    /** An identity; {@code adopted} if it is older than the sign-up, and enabled already. */
    public record Made(String identityId, boolean adopted) {}

    public Outcome<Made> make(Username username, String password) {
        return create(username, password, () -> replaceOrAdopt(username, password));
    }

    private Outcome<Made> replaceOrAdopt(Username username, String password) {
        Optional<Identity> found = identities.find(username);
        if (found.isPresent() && found.get().enabled()) {
            // Made in Keycloak itself: whoever knows its password may have the account of its name.
            return verifyPassword.verify(username.value(), password)
                    ? Outcome.done(new Made(found.get().id(), true))
                    : taken();
        }
        found.map(Identity::id).ifPresent(identities::remove);
        return create(username, password, MakeIdentity::taken);
    }

    private Outcome<Made> create(Username username, String password, Supplier<Outcome<Made>> ifTaken) {
        return identities
                .createDisabled(username, password)
                .fold(
                        identityId -> Outcome.done(new Made(identityId, false)),
                        ifTaken,
                        () -> Outcome.refused(
                                Problem.BAD_REQUEST,
                                "password: does not meet the identity provider's password policy"));
    }

    private static Outcome<Made> taken() {
        return Outcome.refused(Problem.CONFLICT, TAKEN);
    }
}
