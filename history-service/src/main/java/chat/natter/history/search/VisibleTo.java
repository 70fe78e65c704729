package chat.natter.history.search;

import chat.natter.contract.ConversationId;
import chat.natter.contract.UserId;
import chat.natter.history.message.Audience;
import chat.natter.history.message.Visible;
import java.util.HashMap;
import java.util.Map;

/** What one user may read, asked once per conversation and only of those in which the index found something. */
final class VisibleTo {
    private final UserId user;
    private final Audience audience;
    private final Map<ConversationId, Visible> known = new HashMap<>();

    VisibleTo(UserId user, Audience audience) {
        this.user = user;
        this.audience = audience;
    }

    boolean contains(ConversationId conversation, long seq) {
        return known.computeIfAbsent(conversation, one -> audience.of(one, user))
                .contains(seq);
    }
}
