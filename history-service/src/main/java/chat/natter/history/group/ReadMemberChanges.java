package chat.natter.history.group;

import chat.natter.contract.record.GroupChange;
import chat.natter.contract.record.GroupMember;
import chat.natter.contract.record.GroupRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a change means for each member that it names. */
public final class ReadMemberChanges {
    private ReadMemberChanges() {}

    /** In the order in which the change names them. */
    public static List<MemberChange> of(GroupEvent event) {
        List<MemberChange> changes = new ArrayList<>();
        GroupChange change = event.change();
        long seq = event.seq();
        switch (change.getChangeCase()) {
            case CREATED -> {
                for (GroupMember member : change.getCreated().getMembersList()) {
                    changes.add(new MemberChange(member.getUser(), seq, word(member.getRole())));
                }
            }
            case ADDED -> all(changes, change.getAdded().getMembersList(), seq, word(GroupRole.MEMBER));
            case REMOVED -> all(changes, change.getRemoved().getMembersList(), seq, null);
            case ROLE ->
                all(
                        changes,
                        change.getRole().getMembersList(),
                        seq,
                        word(change.getRole().getRole()));
            case LEFT -> {
                changes.add(new MemberChange(change.getLeft().getUser(), seq, null));
                if (!change.getLeft().getOwner().isEmpty()) {
                    changes.add(new MemberChange(change.getLeft().getOwner(), seq, word(GroupRole.OWNER)));
                }
            }
            case OWNER -> changes.add(new MemberChange(change.getOwner().getOwner(), seq, word(GroupRole.OWNER)));
            case PROFILE, SETTINGS, INVITE, REVOKED, ASKED, DECLINED, CHANGE_NOT_SET -> {
                // of no concern to who is a member
            }
        }
        return changes;
    }

    private static void all(List<MemberChange> changes, List<String> users, long seq, @Nullable String role) {
        users.forEach(user -> changes.add(new MemberChange(user, seq, role)));
    }

    private static String word(GroupRole role) {
        return role.name().toLowerCase(Locale.ROOT);
    }
}
