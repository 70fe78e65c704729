package chat.natter.message.group;

import chat.natter.contract.ConversationId;
import chat.natter.contract.Problem;
import chat.natter.contract.record.GroupCommand;
import chat.natter.contract.record.GroupSettings.Who;
import chat.natter.message.group.state.Group;

/**
 * Decides what a command does to a group, from the group alone: nothing is written here, so a refusal leaves no trace.
 */
public final class DecideChange {
    private final ChangeMembers ofGroups;
    private final ChangeMembers ofTopics;

    /** Decides for groups of at most {@code maxMembers}, and topics of at most {@code maxPublishers}. */
    public DecideChange(int maxMembers, int maxPublishers) {
        this.ofGroups = new ChangeMembers(maxMembers);
        this.ofTopics = new ChangeMembers(maxPublishers);
    }

    /** What the command, given at {@code at} (milliseconds since 1970), does to the group, which may be a topic. */
    public Decision decide(ConversationId conversation, Group group, String user, GroupCommand command, long at) {
        ChangeMembers members = conversation.isTopic() ? ofTopics : ofGroups;
        boolean exists = group.getSeq() != 0;
        if (command.hasCreate()) {
            return exists
                    ? Decision.refuses(Problem.CONFLICT)
                    : members.create(conversation, user, command.getCreate());
        }
        if (!exists) {
            return Decision.refuses(Problem.CONVERSATION_UNKNOWN);
        }
        if (command.hasJoin()) {
            // The link of a topic is for its readers, who are none of its members.
            return conversation.isTopic()
                    ? Decision.refuses(Problem.FORBIDDEN)
                    : members.join(group, user, command.getJoin(), at);
        }
        if (!Members.isMember(group, user)) {
            return Decision.refuses(Members.problemOfOthers(conversation));
        }
        if (!Members.may(group, user, whoMay(group, command))) {
            return Decision.refuses(Problem.NOT_AN_ADMIN);
        }
        return switch (command.getActionCase()) {
            case ADD -> members.add(group, command.getAdd());
            case REMOVE -> members.remove(group, command.getRemove());
            case LEAVE -> members.leave(group, user);
            case DECLINE -> members.decline(group, command.getDecline());
            case ROLE -> ChangeRoles.role(group, command.getRole());
            case HAND_OVER -> ChangeRoles.handOver(group, user, command.getHandOver());
            case PROFILE -> ChangeSettings.profile(command.getProfile());
            case SETTINGS -> ChangeSettings.settings(conversation, command.getSettings());
            case INVITE -> ChangeSettings.invite(command.getInvite(), at);
            case REVOKE -> ChangeSettings.revoke(group);
            case CREATE, JOIN, ACTION_NOT_SET -> Decision.refuses(Problem.BAD_REQUEST);
        };
    }

    private static Who whoMay(Group group, GroupCommand command) {
        return switch (command.getActionCase()) {
            case ADD -> group.getSettings().getAdd();
            case PROFILE -> group.getSettings().getEdit();
            case LEAVE -> Who.EVERYBODY;
            case REMOVE, DECLINE, ROLE, HAND_OVER, SETTINGS, INVITE, REVOKE, CREATE, JOIN, ACTION_NOT_SET -> Who.ADMINS;
        };
    }
}
