package chat.natter.contract.frame;

import chat.natter.contract.ConversationId;
import chat.natter.contract.UserId;
import java.util.List;

/** The {@code to} of a send: one user, several one by one, or a conversation. */
public sealed interface Recipient {
    /** The conversations that a message from this sender goes to. */
    List<ConversationId> conversationsWith(UserId sender);

    /** The conversation of the pair, which is derived. */
    record ToUser(UserId user) implements Recipient {
        @Override
        public List<ConversationId> conversationsWith(UserId sender) {
            return List.of(ConversationId.direct(sender, user));
        }
    }

    /** Each of these, who do not see each other: a broadcast. */
    record ToUsers(List<UserId> users) implements Recipient {
        public ToUsers {
            users = List.copyOf(users);
        }

        @Override
        public List<ConversationId> conversationsWith(UserId sender) {
            return users.stream()
                    .map(user -> ConversationId.direct(sender, user))
                    .toList();
        }
    }

    record ToConversation(ConversationId conversation) implements Recipient {
        @Override
        public List<ConversationId> conversationsWith(UserId sender) {
            return List.of(conversation);
        }
    }
}
