package chat.natter.contract.frame;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What an entry of a conversation's log does. It stands beside the content, so that the server can keep the rules of
 * edits and retractions without opening what people wrote, which may be encrypted.
 */
public enum Action {
    /** A message of its own. */
    MESSAGE,
    /** New content for an earlier message of the same author, within 15 minutes. */
    EDIT,
    /** Takes a message back for all: its author within 48 hours, an admin of the group at any time. */
    RETRACT,
    /** The user's reaction; a newer one replaces it. */
    REACT,
    UNREACT,
    PIN,
    UNPIN,
    /** The user's vote in a poll; a newer one replaces it. */
    VOTE,
    /** A change of the group; written by the server only. */
    GROUP;

    /** The word on the wire. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Action of(@Nullable String word) {
        if (word == null) {
            return MESSAGE;
        }
        for (Action action : values()) {
            if (action.word().equals(word)) {
                return action;
            }
        }
        throw BadFrame.of("action is none that this version knows");
    }
}
