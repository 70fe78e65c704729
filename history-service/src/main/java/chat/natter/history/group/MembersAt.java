package chat.natter.history.group;

import chat.natter.contract.ConversationId;
import chat.natter.contract.UserId;
import chat.natter.history.message.Visible;
import jakarta.inject.Singleton;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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

    /** Whether the user is a member of that group now. */
    public boolean isMember(ConversationId group, UserId user) {
        return role(group, user) != null;
    }

    /** Whether the user is an admin of that group now, or its owner. */
    public boolean isAdmin(ConversationId group, UserId user) {
        String role = role(group, user);
        return role != null && !role.equals(FoldMembership.MEMBER);
    }

    /** Of the user's own changes; an owner who handed over is an admin, and still the owner here. */
    private @Nullable String role(ConversationId group, UserId user) {
        return FoldMembership.members(store.changesOf(group, user)).get(user.value());
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
