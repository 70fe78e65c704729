package chat.natter.media.caller;

import chat.natter.contract.InvalidId;
import chat.natter.contract.MediaId;
import chat.natter.contract.Problem;
import chat.natter.media.problem.Refusal;

/** The media id of a path. */
public final class PathId {
    private PathId() {}

    public static MediaId read(String id) {
        try {
            return new MediaId(id);
        } catch (InvalidId e) {
            throw new Refusal(Problem.BAD_REQUEST, "That is not a media id.");
        }
    }
}
