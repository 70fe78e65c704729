package chat.natter.message.group;

import chat.natter.contract.ConversationId;
import chat.natter.contract.Problem;
import chat.natter.contract.record.AddMembers;
import chat.natter.contract.record.CreateGroup;
import chat.natter.contract.record.DeclineMembers;
import chat.natter.contract.record.GroupChange;
import chat.natter.contract.record.GroupCreated;
import chat.natter.contract.record.GroupMember;
import chat.natter.contract.record.GroupRole;
import chat.natter.contract.record.JoinAsked;
import chat.natter.contract.record.JoinDeclined;
import chat.natter.contract.record.JoinGroup;
import chat.natter.contract.record.MemberLeft;
import chat.natter.contract.record.MembersAdded;
import chat.natter.contract.record.MembersRemoved;
import chat.natter.contract.record.RemoveMembers;
import chat.natter.message.group.state.Group;
import chat.natter.message.group.state.Membership;
import java.util.List;

/** Who comes and who goes. The owner can go only by leaving, and then somebody else is the owner. */
final class ChangeMembers {
    private static final int MOST_WITH_DEPARTED = 4;

    private final int maxMembers;

    ChangeMembers(int maxMembers) {
        this.maxMembers = maxMembers;
    }

    Decision create(ConversationId conversation, String creator, CreateGroup create) {
        if (!ChangeSettings.suit(conversation, create.getSettings())) {
            return Decision.refuses(Problem.BAD_REQUEST);
        }
        GroupCreated.Builder created = GroupCreated.newBuilder()
                .setProfile(create.getProfile())
                .setSettings(ChangeSettings.orDefaults(conversation, create.getSettings()))
                .addMembers(GroupMember.newBuilder().setUser(creator).setRole(GroupRole.OWNER));
        create.getMembersList().stream()
                .distinct()
                .filter(user -> !user.equals(creator))
                .forEach(user -> created.addMembers(
                        GroupMember.newBuilder().setUser(user).setRole(GroupRole.MEMBER)));
        if (created.getMembersCount() > maxMembers) {
            return Decision.refuses(Problem.GROUP_FULL);
        }
        return Decision.changes(GroupChange.newBuilder().setCreated(created));
    }

    Decision add(Group group, AddMembers add) {
        return added(group, Members.absent(group, add.getMembersList()), false);
    }

    Decision remove(Group group, RemoveMembers remove) {
        List<String> present = Members.present(group, remove.getMembersList());
        if (present.isEmpty()) {
            return Decision.refuses(Problem.CONFLICT);
        }
        for (String user : present) {
            if (Members.of(group, user).getRole() == GroupRole.OWNER) {
                return Decision.refuses(Problem.FORBIDDEN);
            }
        }
        return Decision.changes(
                GroupChange.newBuilder().setRemoved(MembersRemoved.newBuilder().addAllMembers(present)));
    }

    Decision leave(Group group, String user) {
        MemberLeft.Builder left = MemberLeft.newBuilder().setUser(user);
        if (Members.of(group, user).getRole() == GroupRole.OWNER) {
            left.setOwner(heir(group, user));
        }
        return Decision.changes(GroupChange.newBuilder().setLeft(left));
    }

    Decision join(Group group, String user, JoinGroup join, long at) {
        if (Members.isMember(group, user)) {
            return Decision.refuses(Problem.CONFLICT);
        }
        boolean over = group.getInviteExpiresAt() != 0 && group.getInviteExpiresAt() <= at;
        if (group.getInviteHash().isEmpty() || over || !group.getInviteHash().equals(join.getCodeHash())) {
            return Decision.refuses(Problem.GONE);
        }
        if (!group.getSettings().getApproval()) {
            return added(group, List.of(user), true);
        }
        if (group.getAskedList().contains(user)) {
            return Decision.refuses(Problem.CONFLICT);
        }
        if (group.getAskedCount() >= maxMembers) {
            return Decision.refuses(Problem.GROUP_FULL);
        }
        return Decision.changes(
                GroupChange.newBuilder().setAsked(JoinAsked.newBuilder().setUser(user)));
    }

    Decision decline(Group group, DeclineMembers decline) {
        List<String> asked = decline.getMembersList().stream()
                .distinct()
                .filter(group.getAskedList()::contains)
                .toList();
        if (asked.isEmpty()) {
            return Decision.refuses(Problem.CONFLICT);
        }
        return Decision.changes(
                GroupChange.newBuilder().setDeclined(JoinDeclined.newBuilder().addAllMembers(asked)));
    }

    private Decision added(Group group, List<String> newcomers, boolean byInvite) {
        if (newcomers.isEmpty()) {
            return Decision.refuses(Problem.CONFLICT);
        }
        if (Members.count(group) + newcomers.size() > maxMembers) {
            return Decision.refuses(Problem.GROUP_FULL);
        }
        if (group.getMembersCount() > MOST_WITH_DEPARTED * maxMembers) {
            // Those who have gone are remembered for a while; somebody turns members round and round.
            return Decision.refuses(Problem.RATE_LIMITED);
        }
        return Decision.changes(GroupChange.newBuilder()
                .setAdded(MembersAdded.newBuilder().addAllMembers(newcomers).setByInvite(byInvite)));
    }

    /** The member who has been an admin, or else a member, for longest; empty if nobody is left. */
    private static String heir(Group group, String owner) {
        String oldest = "";
        for (Membership membership : group.getMembersList()) {
            if (membership.getLeft() != 0 || membership.getUser().equals(owner)) {
                continue;
            }
            if (membership.getRole() == GroupRole.ADMIN) {
                return membership.getUser();
            }
            oldest = oldest.isEmpty() ? membership.getUser() : oldest;
        }
        return oldest;
    }
}
