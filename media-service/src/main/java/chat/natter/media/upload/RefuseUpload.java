package chat.natter.media.upload;

import chat.natter.contract.Problem;
import chat.natter.media.problem.Refusal;

/** What a user is told who cannot go on with an upload. */
final class RefuseUpload {
    private RefuseUpload() {}

    static Refusal refusal(FindUpload.Found found) {
        if (found instanceof FindUpload.Found.Foreign) {
            return new Refusal(Problem.FORBIDDEN, "Only who announced the upload may go on with it.");
        }
        if (found instanceof FindUpload.Found.Expired) {
            return new Refusal(Problem.GONE, "The upload took too long; announce it again.");
        }
        return new Refusal(Problem.NOT_FOUND, Problem.NOT_FOUND.title());
    }
}
