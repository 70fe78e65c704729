package chat.natter.media.storage;

import chat.natter.contract.Problem;
import chat.natter.media.problem.Refusal;

/** Object storage cannot be reached, or refuses us. */
public final class StorageUnavailable extends Refusal {
    public StorageUnavailable(Throwable cause) {
        super(Problem.UNAVAILABLE, "The file storage cannot be reached right now.", cause);
    }
}
