package chat.natter.auth.signup;

import chat.natter.auth.account.Username;
import chat.natter.auth.method.OpenAccount;
import chat.natter.auth.password.SetPassword;
import chat.natter.auth.problem.Outcome;
import chat.natter.auth.publish.PublishAccount;
import chat.natter.auth.verification.Proof;
import chat.natter.auth.verification.ProofToken;
import chat.natter.auth.verification.Proofs;
import chat.natter.contract.Problem;
import chat.natter.contract.UserId;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes an account for a verified number or address, perhaps with a name and a password. A repeat with the same proof
 * goes on where an outage has broken the first try off.
 */
@Singleton
class SignUpByProof {
    private final Proofs proofs;
    private final OpenAccount openAccount;
    private final SetPassword setPassword;
    private final PublishAccount publishAccount;

    SignUpByProof(Proofs proofs, OpenAccount openAccount, SetPassword setPassword, PublishAccount publishAccount) {
        this.proofs = proofs;
        this.openAccount = openAccount;
        this.setPassword = setPassword;
        this.publishAccount = publishAccount;
    }

    Outcome<UserId> signUp(String proof, @Nullable Username username, @Nullable String password, String displayName) {
        ProofToken token = new ProofToken(proof);
        Optional<Proof> proven = proofs.find(token);
        if (proven.isEmpty()) {
            return Outcome.refused(Problem.UNAUTHENTICATED, Proofs.WRONG);
        }
        return openAccount
                .ofProof(token, proven.get(), username, displayName)
                .fold(user -> complete(user, password), Outcome::refused);
    }

    private Outcome<UserId> complete(UserId user, @Nullable String password) {
        Outcome<UserId> done = password == null ? Outcome.done(user) : setPassword.set(user, password);
        return done.fold(
                it -> {
                    publishAccount.publish(user);
                    return Outcome.done(it);
                },
                Outcome::refused);
    }
}
