package chat.natter.history.message;

import chat.natter.contract.ConversationId;
import chat.natter.contract.UserId;
import java.util.Set;

/** Nobody has starred or deleted anything. */
public class NothingHidden implements OwnView {
    @Override
    public Set<Long> starred(UserId user, ConversationId conversation, long first, long last) {
        return Set.of();
    }

    @Override
    public Set<Long> hidden(UserId user, ConversationId conversation, long first, long last) {
        return Set.of();
    }
}
