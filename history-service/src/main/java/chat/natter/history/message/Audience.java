package chat.natter.history.message;

import chat.natter.contract.ConversationId;
import chat.natter.contract.UserId;

/** Knows who may read what of a conversation. */
public interface Audience {
    /** What the user may read; nothing if the user was never a member. */
    Visible of(ConversationId conversation, UserId user);
}
