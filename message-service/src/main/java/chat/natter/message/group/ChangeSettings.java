package chat.natter.message.group;

import chat.natter.contract.Problem;
import chat.natter.contract.record.GroupChange;
import chat.natter.contract.record.GroupProfile;
import chat.natter.contract.record.GroupSettings;
import chat.natter.contract.record.GroupSettings.Who;
import chat.natter.contract.record.InviteMade;
import chat.natter.contract.record.InviteRevoked;
import chat.natter.contract.record.MakeInvite;
import chat.natter.message.group.state.Group;

/** What the group is called, what its members may do, and by which link one comes in. */
final class ChangeSettings {
    private static final GroupSettings DEFAULTS = GroupSettings.newBuilder()
            .setSend(Who.EVERYBODY)
            .setAdd(Who.EVERYBODY)
            .setEdit(Who.EVERYBODY)
            .setOpenHistory(false)
            .setApproval(false)
            .setExpireAfter(0)
            .build();

    private ChangeSettings() {}

    static GroupSettings orDefaults(GroupSettings asked) {
        return DEFAULTS.toBuilder().mergeFrom(asked).build();
    }

    static Decision profile(GroupProfile profile) {
        return Decision.changes(GroupChange.newBuilder().setProfile(profile));
    }

    static Decision settings(GroupSettings settings) {
        return Decision.changes(GroupChange.newBuilder().setSettings(settings));
    }

    static Decision invite(MakeInvite invite, long at) {
        long expiresAt = invite.getExpiresIn() == 0 ? 0 : at + invite.getExpiresIn() * 1_000L;
        return Decision.changes(GroupChange.newBuilder()
                .setInvite(InviteMade.newBuilder()
                        .setCodeHash(invite.getCodeHash())
                        .setExpiresAt(expiresAt)));
    }

    static Decision revoke(Group group) {
        if (group.getInviteHash().isEmpty()) {
            return Decision.refuses(Problem.CONFLICT);
        }
        return Decision.changes(GroupChange.newBuilder().setRevoked(InviteRevoked.getDefaultInstance()));
    }
}
