package chat.natter.message.group;

import chat.natter.contract.Problem;
import chat.natter.contract.record.ChangeRole;
import chat.natter.contract.record.GroupChange;
import chat.natter.contract.record.GroupRole;
import chat.natter.contract.record.HandOver;
import chat.natter.contract.record.OwnerChanged;
import chat.natter.contract.record.RoleChanged;
import chat.natter.message.group.state.Group;
import java.util.List;

/** Who may do what. There is always one owner, and only the owner makes another. */
final class ChangeRoles {
    private ChangeRoles() {}

    static Decision role(Group group, ChangeRole change) {
        List<String> present = Members.present(group, change.getMembersList());
        List<String> others = present.stream()
                .filter(user -> Members.of(group, user).getRole() != change.getRole())
                .toList();
        if (others.isEmpty()) {
            return Decision.refuses(Problem.CONFLICT);
        }
        for (String user : others) {
            if (Members.of(group, user).getRole() == GroupRole.OWNER) {
                return Decision.refuses(Problem.FORBIDDEN);
            }
        }
        return Decision.changes(GroupChange.newBuilder()
                .setRole(RoleChanged.newBuilder().addAllMembers(others).setRole(change.getRole())));
    }

    static Decision handOver(Group group, String owner, HandOver handOver) {
        if (Members.of(group, owner).getRole() != GroupRole.OWNER) {
            return Decision.refuses(Problem.FORBIDDEN);
        }
        if (handOver.getTo().equals(owner) || !Members.isMember(group, handOver.getTo())) {
            return Decision.refuses(Problem.CONFLICT);
        }
        return Decision.changes(
                GroupChange.newBuilder().setOwner(OwnerChanged.newBuilder().setOwner(handOver.getTo())));
    }
}
