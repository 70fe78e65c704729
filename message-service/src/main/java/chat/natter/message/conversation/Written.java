package chat.natter.message.conversation;

import chat.natter.contract.ConversationId;
import chat.natter.contract.UserId;
import chat.natter.message.conversation.state.Conversation;

/** Who of two people has ever written to the other, as bits of the conversation's state. */
final class Written {
    private static final int FIRST = 1;
    private static final int SECOND = 2;

    private Written() {}

    static int by(ConversationId conversation, Conversation state, UserId user) {
        return state.getWritten() | bit(conversation, user);
    }

    /** Whether that one has. */
    static boolean has(ConversationId conversation, Conversation state, UserId user) {
        return (state.getWritten() & bit(conversation, user)) != 0;
    }

    private static int bit(ConversationId conversation, UserId user) {
        return conversation.value().endsWith(user.value()) ? SECOND : FIRST;
    }
}
