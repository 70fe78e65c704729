package chat.natter.message.conversation;

import chat.natter.contract.Problem;
import chat.natter.contract.record.GroupChange;
import chat.natter.contract.record.GroupCommand;
import chat.natter.contract.record.GroupRole;
import chat.natter.contract.record.LeaveGroup;
import chat.natter.contract.record.MembersRemoved;
import chat.natter.message.conversation.state.Conversation;
import chat.natter.message.group.DecideChange;
import chat.natter.message.group.Decision;
import chat.natter.message.group.Members;
import chat.natter.message.group.state.Group;
import chat.natter.message.stage.UnreadableRecord;

/** Changes a group: decides from its members and settings, and gives the change a seq like a message. */
final class ChangeGroup {
    private final ConversationStore store;
    private final AcceptCommands accept;
    private final EmitAccepted emit;
    private final DecideChange decideChange;

    ChangeGroup(ConversationStore store, AcceptCommands accept, EmitAccepted emit, ConversationLimits limits) {
        this.store = store;
        this.accept = accept;
        this.emit = emit;
        this.decideChange = new DecideChange(limits.maxMembers(), limits.maxPublishers());
    }

    void asked(CommandAt at) {
        requireGroup(at);
        Conversation state = store.load(at.conversation().value());
        if (accept.answeredBefore(at, state)) {
            return;
        }
        Group group = store.group(at.conversation().value());
        Decision decision = decideChange.decide(
                at.conversation(), group, at.command().getUser(), at.command().getGroup(), at.at());
        if (decision instanceof Decision.Refuses refusal) {
            emit.refused(at, refusal.problem());
        } else if (at.by() <= state.getLastBy()) {
            // It was refused when its turn was; only what came later would allow it. The client asks again.
            emit.refused(at, Problem.UNAVAILABLE);
        } else if (decision instanceof Decision.Changes changes) {
            accept.change(at, state, group, changes.change());
        }
    }

    /** A member who cannot be one goes, without anybody asking. */
    void memberRefused(CommandAt at) {
        requireGroup(at);
        Conversation state = store.load(at.conversation().value());
        if (accept.answeredBefore(at, state)) {
            return;
        }
        Group group = store.group(at.conversation().value());
        String user = at.command().getUser();
        if (Members.isMember(group, user) && at.by() > state.getLastBy()) {
            accept.change(
                    at,
                    state,
                    group,
                    departure(at, group, at.command().getMemberRefused().getProblem()));
        }
    }

    private GroupChange departure(CommandAt at, Group group, String problem) {
        String user = at.command().getUser();
        if (Members.of(group, user).getRole() == GroupRole.OWNER) {
            GroupCommand leave = GroupCommand.newBuilder()
                    .setLeave(LeaveGroup.getDefaultInstance())
                    .build();
            if (decideChange.decide(at.conversation(), group, user, leave, at.at())
                    instanceof Decision.Changes changes) {
                return changes.change();
            }
        }
        return GroupChange.newBuilder()
                .setRemoved(MembersRemoved.newBuilder().addMembers(user).setReason(problem))
                .build();
    }

    private static void requireGroup(CommandAt at) {
        if (!at.conversation().isGroup()) {
            throw new UnreadableRecord("a group command for a conversation that is none");
        }
    }
}
