package chat.natter.history.export;

import chat.natter.contract.ConversationId;
import java.util.Optional;
import java.util.function.Consumer;

/** All conversations that there are, in an order that stays the same. */
interface EveryConversation {
    /** Gives them to the reader, from that one on; from the first if it is empty. */
    void from(Optional<ConversationId> from, Consumer<ConversationId> reader);
}
