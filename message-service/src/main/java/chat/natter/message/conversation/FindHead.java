package chat.natter.message.conversation;

import chat.natter.contract.ConversationId;
import chat.natter.message.stage.OrderedStore;

/** How far the log of a conversation is now. Only reads. */
public final class FindHead {
    private final ConversationStore store;

    public FindHead(OrderedStore store) {
        this.store = new ConversationStore(store);
    }

    /** The last seq that was given; 0 if there is no such conversation. */
    public long of(ConversationId conversation) {
        return store.load(conversation.value()).getSeq();
    }
}
