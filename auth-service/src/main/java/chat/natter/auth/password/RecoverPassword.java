package chat.natter.auth.password;

import chat.natter.auth.method.FindAccount;
import chat.natter.auth.problem.Outcome;
import chat.natter.auth.verification.Proof;
import chat.natter.auth.verification.ProofToken;
import chat.natter.auth.verification.Proofs;
import chat.natter.contract.Problem;
import chat.natter.contract.UserId;
import jakarta.inject.Singleton;
import java.util.Optional;

/** A new password for who has forgotten the old one, and proves a number or address of the account instead. */
@Singleton
class RecoverPassword {
    private final Proofs proofs;
    private final FindAccount findAccount;
    private final SetPassword setPassword;

    RecoverPassword(Proofs proofs, FindAccount findAccount, SetPassword setPassword) {
        this.proofs = proofs;
        this.findAccount = findAccount;
        this.setPassword = setPassword;
    }

    Outcome<UserId> recover(String proof, String password) {
        ProofToken token = new ProofToken(proof);
        Optional<Proof> proven = proofs.claim(token);
        if (proven.isEmpty()) {
            return Outcome.refused(Problem.UNAUTHENTICATED, Proofs.WRONG);
        }
        boolean set = false;
        try {
            Optional<UserId> account = findAccount.of(proven.get().contact());
            Outcome<UserId> outcome = account.isEmpty()
                    ? Outcome.refused(Problem.USER_UNKNOWN, "There is no account with it.")
                    : setPassword.set(account.get(), password);
            set = outcome.fold(user -> true, (problem, detail) -> false);
            return outcome;
        } finally {
            if (!set) {
                proofs.release(token);
            }
        }
    }
}
