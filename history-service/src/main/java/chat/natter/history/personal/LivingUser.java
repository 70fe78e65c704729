package chat.natter.history.personal;

import chat.natter.contract.Problem;
import chat.natter.contract.UserId;
import chat.natter.history.problem.Refusal;
import jakarta.inject.Singleton;

/**
 * Lets only those write whose accounts are there: an access token outlives its account by some minutes. What was
 * written before this could know is taken away when the erasure ends.
 */
@Singleton
final class LivingUser {
    private final KnowWhoIsGone knowWhoIsGone;

    LivingUser(KnowWhoIsGone knowWhoIsGone) {
        this.knowWhoIsGone = knowWhoIsGone;
    }

    /** The same user; refuses with {@code unauthenticated}. */
    UserId require(UserId user) {
        if (knowWhoIsGone.isGone(user)) {
            throw new Refusal(Problem.UNAUTHENTICATED, "The account was erased.");
        }
        return user;
    }
}
