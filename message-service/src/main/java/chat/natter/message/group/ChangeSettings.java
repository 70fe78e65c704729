package chat.natter.message.group;

import chat.natter.contract.ConversationId;
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
    /** Whoever reads a topic reads all of it; nobody comes to it unseen unless it is said to be public. */
    private static final GroupSettings TOPIC_DEFAULTS = DEFAULTS.toBuilder()
            .setAdd(Who.ADMINS)
            .setEdit(Who.ADMINS)
            .setOpenHistory(true)
            .setPublic(false)
            .build();

    private ChangeSettings() {}

    static GroupSettings orDefaults(ConversationId conversation, GroupSettings asked) {
        GroupSettings defaults = conversation.isTopic() ? TOPIC_DEFAULTS : DEFAULTS;
        return defaults.toBuilder().mergeFrom(asked).build();
    }

    /** Whether a conversation of that kind can be set so. */
    static boolean suit(ConversationId conversation, GroupSettings asked) {
        return conversation.isTopic() ? !asked.hasOpenHistory() && !asked.hasApproval() : !asked.hasPublic();
    }

    static Decision profile(GroupProfile profile) {
        return Decision.changes(GroupChange.newBuilder().setProfile(profile));
    }

    static Decision settings(ConversationId conversation, GroupSettings settings) {
        if (!suit(conversation, settings)) {
            return Decision.refuses(Problem.BAD_REQUEST);
        }
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
