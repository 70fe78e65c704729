package chat.natter.history.group;

import chat.natter.contract.ConversationId;
import chat.natter.contract.UserId;
import chat.natter.history.message.Audience;
import chat.natter.history.message.Visible;
import chat.natter.history.reader.ReaderStore;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * The two of a direct conversation may read all of it; of a group, what its changes say. A topic may be read by
 * everybody or by those who follow it, and then from its beginning.
 */
@Singleton
final class MembersOnly implements Audience {
    private static final Visible NOTHING = new Visible(List.of());

    private final GroupStore store;
    private final ReaderStore readers;

    MembersOnly(GroupStore store, ReaderStore readers) {
        this.store = store;
        this.readers = readers;
    }

    @Override
    public Visible of(ConversationId conversation, UserId user) {
        if (conversation.isDirect()) {
            return conversation.isBetween(user) ? Visible.ALL : NOTHING;
        }
        if (conversation.isTopic() && (isForEverybody(conversation) || readers.follows(user, conversation))) {
            return Visible.ALL;
        }
        List<MemberChange> changes = store.changesOf(conversation, user);
        if (changes.isEmpty()) {
            return NOTHING;
        }
        boolean open =
                store.profile(conversation).map(GroupProfileView::openHistory).orElse(false);
        return FoldMembership.visible(changes, open);
    }

    @Override
    public boolean isForEverybody(ConversationId conversation) {
        return conversation.isTopic()
                && store.profile(conversation).map(GroupProfileView::isPublic).orElse(false);
    }
}
