package chat.natter.message.conversation;

import chat.natter.contract.ConversationId;
import chat.natter.contract.UserId;
import chat.natter.message.group.Members;
import chat.natter.message.stage.OrderedStore;
import java.util.Set;
import java.util.function.Predicate;

/** Who the members of a conversation are now. Only reads. */
public final class FindMembers {
    private final ConversationStore store;

    public FindMembers(OrderedStore store) {
        this.store = new ConversationStore(store);
    }

    /** Whether a user is a member; nobody is one of a group that does not exist. */
    public Predicate<String> of(ConversationId conversation) {
        if (conversation.isDirect()) {
            return user -> conversation.isBetween(new UserId(user));
        }
        return Set.copyOf(Members.at(store.group(conversation.value()), Long.MAX_VALUE))::contains;
    }
}
