package chat.natter.message.group;

import chat.natter.contract.record.GroupChange;
import chat.natter.contract.record.GroupCreated;
import chat.natter.contract.record.GroupMember;
import chat.natter.contract.record.GroupRole;
import chat.natter.contract.record.MemberLeft;
import chat.natter.message.group.state.Group;
import chat.natter.message.group.state.Growth;
import chat.natter.message.group.state.Membership;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Applies a change that was decided. Decides nothing itself, so that a replay, which takes the change from the store,
 * ends in the same group.
 */
public final class ApplyChange {
    private final long keepDeparted;
    private final int partSize;

    /**
     * Applies changes to groups.
     *
     * @param keepDeparted milliseconds for which a replay may still need the members who have gone
     * @param partSize copies that may go out at once
     */
    public ApplyChange(long keepDeparted, int partSize) {
        this.keepDeparted = keepDeparted;
        this.partSize = partSize;
    }

    /** The group after the change, which took that seq at that time; the same group if it is in there already. */
    public Group apply(Group group, GroupChange change, long seq, long at) {
        if (seq <= group.getSeq()) {
            return group;
        }
        Group.Builder next = group.toBuilder().setSeq(seq);
        switch (change.getChangeCase()) {
            case CREATED -> create(next, change.getCreated(), seq);
            case ADDED -> {
                add(next, change.getAdded().getMembersList(), seq);
                forgetAsked(next, change.getAdded().getMembersList());
            }
            case REMOVED -> end(next, change.getRemoved().getMembersList(), seq, at);
            case LEFT -> leave(next, change.getLeft(), seq, at);
            case PROFILE -> next.getProfileBuilder().mergeFrom(change.getProfile());
            case ROLE ->
                role(next, change.getRole().getMembersList(), change.getRole().getRole());
            case SETTINGS -> next.getSettingsBuilder().mergeFrom(change.getSettings());
            case OWNER -> handOver(next, change.getOwner().getOwner());
            case INVITE ->
                next.setInviteHash(change.getInvite().getCodeHash())
                        .setInviteExpiresAt(change.getInvite().getExpiresAt());
            case REVOKED -> next.clearInviteHash().clearInviteExpiresAt();
            case ASKED -> next.addAsked(change.getAsked().getUser());
            case DECLINED -> forgetAsked(next, change.getDeclined().getMembersList());
            case CHANGE_NOT_SET -> throw new IllegalArgumentException("no change");
        }
        forgetDeparted(next, at);
        Group changed = next.build();
        int before = Parts.at(changed, seq);
        int parts = Parts.forMembers(Members.count(changed), partSize, before);
        return parts == before
                ? changed
                : next.addGrowths(Growth.newBuilder().setSeq(seq).setParts(parts))
                        .build();
    }

    private static void create(Group.Builder next, GroupCreated created, long seq) {
        next.setProfile(created.getProfile()).setSettings(created.getSettings());
        for (GroupMember member : created.getMembersList()) {
            next.addMembers(Membership.newBuilder()
                    .setUser(member.getUser())
                    .setRole(member.getRole())
                    .setJoined(seq));
        }
    }

    private static void add(Group.Builder next, List<String> users, long seq) {
        for (String user : users) {
            next.addMembers(Membership.newBuilder()
                    .setUser(user)
                    .setRole(GroupRole.MEMBER)
                    .setJoined(seq));
        }
    }

    private static void leave(Group.Builder next, MemberLeft left, long seq, long at) {
        end(next, List.of(left.getUser()), seq, at);
        if (!left.getOwner().isEmpty()) {
            role(next, List.of(left.getOwner()), GroupRole.OWNER);
        }
    }

    private static void end(Group.Builder next, List<String> users, long seq, long at) {
        Set<String> concerned = Set.copyOf(users);
        for (Membership.Builder membership : next.getMembersBuilderList()) {
            if (membership.getLeft() == 0 && concerned.contains(membership.getUser())) {
                membership.setLeft(seq).setLeftAt(at);
            }
        }
    }

    private static void role(Group.Builder next, List<String> users, GroupRole role) {
        Set<String> concerned = Set.copyOf(users);
        for (Membership.Builder membership : next.getMembersBuilderList()) {
            if (membership.getLeft() == 0 && concerned.contains(membership.getUser())) {
                membership.setRole(role);
            }
        }
    }

    private static void handOver(Group.Builder next, String owner) {
        for (Membership.Builder membership : next.getMembersBuilderList()) {
            if (membership.getLeft() == 0 && membership.getRole() == GroupRole.OWNER) {
                membership.setRole(GroupRole.ADMIN);
            }
        }
        role(next, List.of(owner), GroupRole.OWNER);
    }

    private static void forgetAsked(Group.Builder next, List<String> users) {
        List<String> asked = next.getAskedList().stream()
                .filter(user -> !users.contains(user))
                .toList();
        next.clearAsked().addAllAsked(asked);
    }

    private void forgetDeparted(Group.Builder next, long at) {
        List<Membership> kept = new ArrayList<>(next.getMembersCount());
        for (Membership membership : next.getMembersList()) {
            if (membership.getLeft() == 0 || at - membership.getLeftAt() <= keepDeparted) {
                kept.add(membership);
            }
        }
        next.clearMembers().addAllMembers(kept);
    }
}
