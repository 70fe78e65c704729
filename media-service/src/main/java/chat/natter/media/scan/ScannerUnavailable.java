package chat.natter.media.scan;

import chat.natter.contract.Problem;
import chat.natter.media.problem.Refusal;

/** Nobody could look: the upload stays as it is, and nothing becomes available unseen. */
final class ScannerUnavailable extends Refusal {
    ScannerUnavailable(Throwable cause) {
        super(Problem.UNAVAILABLE, "The virus scanner cannot be reached right now. Complete it again.", cause);
    }
}
