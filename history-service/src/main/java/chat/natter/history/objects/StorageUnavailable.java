package chat.natter.history.objects;

import chat.natter.contract.Problem;
import chat.natter.history.problem.Refusal;

/** Object storage cannot be reached, or refuses us. */
public final class StorageUnavailable extends Refusal {
    StorageUnavailable(Throwable cause) {
        super(Problem.UNAVAILABLE, "The file storage cannot be reached right now.", cause);
    }
}
