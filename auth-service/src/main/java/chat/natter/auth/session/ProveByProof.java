package chat.natter.auth.session;

import chat.natter.auth.method.FindAccount;
import chat.natter.auth.problem.Outcome;
import chat.natter.auth.verification.Proof;
import chat.natter.auth.verification.ProofToken;
import chat.natter.auth.verification.Proofs;
import chat.natter.contract.Problem;
import chat.natter.contract.UserId;
import jakarta.inject.Singleton;
import java.util.Optional;

/** By a number or mailbox that is verified. Whoever reads it may know whether it has an account. */
@Singleton
class ProveByProof {
    private final Proofs proofs;
    private final FindAccount findAccount;

    ProveByProof(Proofs proofs, FindAccount findAccount) {
        this.proofs = proofs;
        this.findAccount = findAccount;
    }

    Outcome<Proven> prove(SignInRequest.ByProof request) {
        ProofToken token = new ProofToken(request.proof());
        Optional<Proof> proof = proofs.claim(token);
        if (proof.isEmpty()) {
            return Outcome.refused(Problem.UNAUTHENTICATED, Proofs.WRONG);
        }
        Optional<UserId> account = findAccount.of(proof.get().contact());
        if (account.isEmpty()) {
            proofs.release(token);
            return Outcome.refused(Problem.USER_UNKNOWN, "There is no account with it; the proof can make one.");
        }
        return Outcome.done(new Proven(account.get(), request.device(), () -> proofs.release(token)));
    }
}
