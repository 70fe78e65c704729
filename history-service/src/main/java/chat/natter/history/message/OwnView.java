package chat.natter.history.message;

import chat.natter.contract.ConversationId;
import chat.natter.contract.UserId;
import java.util.Set;

/** Knows what a user has set for messages, for nobody else. */
public interface OwnView {
    /** Which messages from {@code first} to {@code last} the user wants to find again. */
    Set<Long> starred(UserId user, ConversationId conversation, long first, long last);

    /**
     * Which messages from {@code first} to {@code last} the user has deleted for themselves, or are of somebody whom
     * the user had blocked.
     */
    Set<Long> hidden(UserId user, ConversationId conversation, long first, long last);
}
