package chat.natter.history.message;

import chat.natter.contract.Problem;
import chat.natter.history.problem.Refusal;

/** The store cannot be reached, or did not answer in time. Nothing is known about what was asked; ask again. */
public final class StoreUnavailable extends Refusal {
    public StoreUnavailable(Throwable cause) {
        super(Problem.UNAVAILABLE, "The archive cannot be reached right now.", cause);
    }
}
