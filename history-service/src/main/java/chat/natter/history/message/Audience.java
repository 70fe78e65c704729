package chat.natter.history.message;

import chat.natter.contract.ConversationId;
import chat.natter.contract.UserId;

/** Knows who may read what of a conversation. */
public interface Audience {
    /** What the user may read; nothing if the user was never a member. */
    Visible of(ConversationId conversation, UserId user);

    /** Whether everybody may read all of it: then it need not be asked for each of its readers. */
    default boolean isForEverybody(ConversationId conversation) {
        return false;
    }
}
