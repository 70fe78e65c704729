package chat.natter.history.group;

import chat.natter.contract.ConversationId;
import chat.natter.contract.UserId;
import chat.natter.history.message.Visible;
import jakarta.inject.Singleton;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** To whom an entry of a conversation went. */
@Singleton
public final class MembersAt {
    private final GroupStore store;

    MembersAt(GroupStore store) {
        this.store = store;
    }

    /** Where the user was a member, whatever the user may read; everywhere if nothing is known of that. */
    public Visible memberships(ConversationId conversation, UserId user) {
        if (conversation.isDirect()) {
            return Visible.ALL;
        }
        Visible member = FoldMembership.visible(store.changesOf(conversation, user), false);
        return member.isNothing() ? Visible.ALL : member;
    }

    /** The users who were members at that seq. */
    public Set<String> of(ConversationId conversation, long seq) {
        if (conversation.isDirect()) {
            return conversation.directMembers().stream().map(UserId::value).collect(Collectors.toSet());
        }
        Set<String> members = new LinkedHashSet<>();
        for (MemberChange change : store.changes(conversation)) {
            if (change.role() != null && change.seq() <= seq) {
                members.add(change.user());
            } else if (change.role() == null && change.seq() < seq) {
                members.remove(change.user());
            }
        }
        return members;
    }
}
