package chat.natter.contract.frame;

import chat.natter.contract.ConversationId;
import chat.natter.contract.UserId;

/** The {@code to} of a send: one user, or a conversation. */
public sealed interface Recipient {
    /** The conversation that a message from this sender goes to. */
    ConversationId conversationWith(UserId sender);

    /** The conversation of the pair, which is derived. */
    record ToUser(UserId user) implements Recipient {
        @Override
        public ConversationId conversationWith(UserId sender) {
            return ConversationId.direct(sender, user);
        }
    }

    record ToConversation(ConversationId conversation) implements Recipient {
        @Override
        public ConversationId conversationWith(UserId sender) {
            return conversation;
        }
    }
}
