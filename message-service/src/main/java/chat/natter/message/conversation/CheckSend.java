package chat.natter.message.conversation;

import chat.natter.contract.Problem;
import chat.natter.contract.UserId;
import chat.natter.contract.record.Action;
import chat.natter.contract.record.Mentions;
import chat.natter.contract.record.Send;
import chat.natter.contract.record.Target;
import chat.natter.message.conversation.state.Accepted;
import chat.natter.message.conversation.state.Conversation;
import chat.natter.message.group.Members;
import chat.natter.message.group.state.Group;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether a member may send this, from what is stored and the command's own time. Who wrote a message and when is in
 * the entry that recognises repeats of it, so these rules need no state of their own.
 */
final class CheckSend {
    private final ConversationStore store;
    private final ConversationLimits limits;

    CheckSend(ConversationStore store, ConversationLimits limits) {
        this.store = store;
        this.limits = limits;
    }

    /** What is wrong with it; empty if nothing is. {@code group} is null between two people. */
    Optional<Problem> problem(CommandAt at, Conversation state, @Nullable Group group) {
        Send send = at.command().getSend();
        if (group != null) {
            Optional<Problem> problem = inGroup(at, state, group);
            if (problem.isPresent()) {
                return problem;
            }
        } else if (!at.conversation().isBetween(new UserId(at.command().getUser()))) {
            return Optional.of(Problem.NOT_A_MEMBER);
        } else if (send.getBroadcast() && !isWanted(at, state)) {
            return Optional.of(Problem.FORBIDDEN);
        }
        return switch (send.getAction()) {
            case MESSAGE -> mentions(at.command().getUser(), send.getMentions(), group);
            case EDIT -> edit(at, state, group);
            case RETRACT -> retract(at, state, group);
            case REACT, UNREACT, PIN, UNPIN, VOTE -> target(at, state, group);
            case GROUP, UNRECOGNIZED -> Optional.of(Problem.BAD_REQUEST);
        };
    }

    /** A broadcast goes to those who have written to its sender: to nobody whom the sender has merely found. */
    private static boolean isWanted(CommandAt at, Conversation state) {
        UserId recipient = at.conversation().peerOf(new UserId(at.command().getUser()));
        return Written.has(at.conversation(), state, recipient);
    }

    private static Optional<Problem> inGroup(CommandAt at, Conversation state, Group group) {
        String user = at.command().getUser();
        if (state.getSeq() == 0) {
            return Optional.of(Problem.CONVERSATION_UNKNOWN);
        }
        if (!Members.isMember(group, user)) {
            return Optional.of(Members.problemOfOthers(at.conversation()));
        }
        boolean permitted = switch (at.command().getSend().getAction()) {
            case MESSAGE -> Members.may(group, user, group.getSettings().getSend());
            case PIN, UNPIN -> Members.may(group, user, group.getSettings().getEdit());
            case EDIT, RETRACT, REACT, UNREACT, VOTE, GROUP, UNRECOGNIZED -> true;
        };
        return permitted ? Optional.empty() : Optional.of(Problem.NOT_AN_ADMIN);
    }

    private Optional<Problem> mentions(String user, Mentions mentions, @Nullable Group group) {
        if (mentions.getUsersCount() > limits.maxMentions()) {
            return Optional.of(Problem.TOO_MANY);
        }
        boolean permitted = !mentions.getAll()
                || group == null
                || Members.count(group) <= limits.mentionAllMembers()
                || Members.isAdmin(group, user);
        return permitted ? Optional.empty() : Optional.of(Problem.NOT_AN_ADMIN);
    }

    private Optional<Problem> edit(CommandAt at, Conversation state, @Nullable Group group) {
        Optional<Problem> problem = ofAuthor(at, state, group, limits.editWindow());
        if (problem.isPresent()) {
            return problem;
        }
        Accepted edited = store.target(at);
        return edited != null && edited.getEdits() >= limits.maxEdits()
                ? Optional.of(Problem.TOO_MANY)
                : Optional.empty();
    }

    private Optional<Problem> retract(CommandAt at, Conversation state, @Nullable Group group) {
        if (group != null && Members.isAdmin(group, at.command().getUser())) {
            return target(at, state, group);
        }
        return ofAuthor(at, state, group, limits.retractWindow());
    }

    /** The target has to be there, and to have been there for this member. */
    private static Optional<Problem> target(CommandAt at, Conversation state, @Nullable Group group) {
        long seq = at.command().getSend().getTarget().getSeq();
        long first = 1;
        if (group != null && !group.getSettings().getOpenHistory()) {
            first = Members.of(group, at.command().getUser()).getJoined();
        }
        return seq < first || seq > state.getSeq() ? Optional.of(Problem.TARGET_UNKNOWN) : Optional.empty();
    }

    private Optional<Problem> ofAuthor(CommandAt at, Conversation state, @Nullable Group group, Duration window) {
        Optional<Problem> unknown = target(at, state, group);
        if (unknown.isPresent()) {
            return unknown;
        }
        Target target = at.command().getSend().getTarget();
        Accepted accepted = store.target(at);
        if (accepted == null) {
            // Either it never was or it is so old that it is forgotten.
            return Optional.of(Problem.TOO_LATE);
        }
        if (accepted.getSeq() != target.getSeq() || accepted.getAction() != Action.MESSAGE) {
            return Optional.of(Problem.TARGET_UNKNOWN);
        }
        if (!accepted.getFrom().equals(at.command().getUser())) {
            return Optional.of(Problem.NOT_THE_AUTHOR);
        }
        boolean late = at.at() - accepted.getAt() > window.toMillis();
        return late ? Optional.of(Problem.TOO_LATE) : Optional.empty();
    }
}
