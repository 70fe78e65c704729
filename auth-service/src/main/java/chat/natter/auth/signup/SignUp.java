package chat.natter.auth.signup;

import chat.natter.auth.account.Username;
import chat.natter.auth.identity.VerifyPassword;
import chat.natter.auth.problem.Outcome;
import chat.natter.auth.publish.PublishAccount;
import chat.natter.contract.Problem;
import chat.natter.contract.UserId;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Makes an account in MySQL, Keycloak and Kafka so that a crash after any step leaves nothing that blocks the name:
 *
 * <ol>
 *   <li>a row {@code PENDING}, claimed for a while, reserves the name;
 *   <li>the identity is made, disabled; its id is written to the row; only then is it enabled;
 *   <li>the row turns {@code ACTIVE}, and its first version is owed to {@code chat.accounts};
 *   <li>Kafka acknowledges the version, the claim is dropped, and the client is told.
 * </ol>
 *
 * A row that stays {@code PENDING} is removed with its identity, by {@link ClearAbandoned} or by the next attempt at
 * the name. One that is {@code ACTIVE} is published by the relay, and its owner may repeat the request.
 */
@Singleton
class SignUp {
    static final String TAKEN = "username: is taken";

    private final ClaimName claimName;
    private final Claims claims;
    private final MakeAccount makeAccount;
    private final VerifyPassword verifyPassword;
    private final PublishAccount publishAccount;

    SignUp(
            ClaimName claimName,
            Claims claims,
            MakeAccount makeAccount,
            VerifyPassword verifyPassword,
            PublishAccount publishAccount) {
        this.claimName = claimName;
        this.claims = claims;
        this.makeAccount = makeAccount;
        this.verifyPassword = verifyPassword;
        this.publishAccount = publishAccount;
    }

    Outcome<UserId> signUp(Username username, String password, String displayName) {
        Optional<ClaimName.Claimed> claimed = claimName.claim(username, displayName);
        if (claimed.isEmpty()) {
            return Outcome.refused(Problem.CONFLICT, TAKEN);
        }
        Claim claim = claimed.get().claim();
        boolean told = false;
        try {
            Outcome<UserId> made = claimed.get().fresh()
                    ? makeAccount.make(claim, username, password)
                    : confirm(claim, username, password);
            told = made.fold(this::publish, (problem, detail) -> false);
            if (told) {
                claims.finish(claim);
            }
            return made;
        } finally {
            if (!told) {
                claims.release(claim);
            }
        }
    }

    private Outcome<UserId> confirm(Claim claim, Username username, String password) {
        return verifyPassword.verify(username.value(), password)
                ? Outcome.done(claim.user())
                : Outcome.refused(Problem.CONFLICT, TAKEN);
    }

    private boolean publish(UserId user) {
        publishAccount.publish(user);
        return true;
    }
}
