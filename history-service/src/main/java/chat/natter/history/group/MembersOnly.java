package chat.natter.history.group;

import chat.natter.contract.ConversationId;
import chat.natter.contract.UserId;
import chat.natter.history.message.Audience;
import chat.natter.history.message.Visible;
import jakarta.inject.Singleton;
import java.util.List;

/** The two of a direct conversation may read all of it; of a group, what its changes say. */
@Singleton
final class MembersOnly implements Audience {
    private static final Visible NOTHING = new Visible(List.of());

    private final GroupStore store;

    MembersOnly(GroupStore store) {
        this.store = store;
    }

    @Override
    public Visible of(ConversationId conversation, UserId user) {
        if (conversation.isDirect()) {
            return conversation.isBetween(user) ? Visible.ALL : NOTHING;
        }
        List<MemberChange> changes = store.changesOf(conversation, user);
        if (changes.isEmpty()) {
            return NOTHING;
        }
        boolean open =
                store.profile(conversation).map(GroupProfileView::openHistory).orElse(false);
        return FoldMembership.visible(changes, open);
    }
}
