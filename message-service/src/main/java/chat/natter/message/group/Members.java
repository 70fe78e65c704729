package chat.natter.message.group;

import chat.natter.contract.ConversationId;
import chat.natter.contract.Problem;
import chat.natter.contract.record.GroupRole;
import chat.natter.contract.record.GroupSettings.Who;
import chat.natter.message.group.state.Group;
import chat.natter.message.group.state.Membership;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Questions about the members of a group. */
public final class Members {
    private Members() {}

    /** The present membership; the default instance if the user is no member. */
    public static Membership of(Group group, String user) {
        for (Membership membership : group.getMembersList()) {
            if (membership.getLeft() == 0 && membership.getUser().equals(user)) {
                return membership;
            }
        }
        return Membership.getDefaultInstance();
    }

    public static boolean isMember(Group group, String user) {
        return of(group, user).getJoined() != 0;
    }

    /** Why somebody who is no member may not do what members do. */
    public static Problem problemOfOthers(ConversationId conversation) {
        return conversation.isTopic() ? Problem.NOT_A_PUBLISHER : Problem.NOT_A_MEMBER;
    }

    /** Whether the user is an admin or the owner. */
    public static boolean isAdmin(Group group, String user) {
        GroupRole role = of(group, user).getRole();
        return role == GroupRole.ADMIN || role == GroupRole.OWNER;
    }

    /** Whether a setting lets this member do something. */
    public static boolean may(Group group, String user, Who who) {
        return who == Who.EVERYBODY ? isMember(group, user) : isAdmin(group, user);
    }

    /**
     * Who sees the entry with that seq: a member from the change that made one to the change that ended it, both
     * included.
     */
    public static List<String> at(Group group, long seq) {
        List<String> users = new ArrayList<>(group.getMembersCount());
        for (Membership membership : group.getMembersList()) {
            boolean ended = membership.getLeft() != 0 && membership.getLeft() < seq;
            if (membership.getJoined() <= seq && !ended) {
                users.add(membership.getUser());
            }
        }
        return users;
    }

    public static int count(Group group) {
        int count = 0;
        for (Membership membership : group.getMembersList()) {
            count += membership.getLeft() == 0 ? 1 : 0;
        }
        return count;
    }

    /** Those of the users who are members, without repeats. */
    static List<String> present(Group group, List<String> users) {
        Set<String> members = Set.copyOf(at(group, Long.MAX_VALUE));
        return users.stream().distinct().filter(members::contains).toList();
    }

    /** Those of the users who are not members, without repeats. */
    static List<String> absent(Group group, List<String> users) {
        Set<String> members = Set.copyOf(at(group, Long.MAX_VALUE));
        return users.stream().distinct().filter(user -> !members.contains(user)).toList();
    }
}
