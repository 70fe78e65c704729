package chat.natter.message.conversation;

import chat.natter.contract.UserId;
import chat.natter.contract.record.Action;
import chat.natter.contract.record.GroupChange;
import chat.natter.message.conversation.state.Accepted;
import chat.natter.message.conversation.state.Conversation;
import chat.natter.message.group.ApplyChange;
import chat.natter.message.group.state.Group;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * Gives a command its place, once. The accepted entry is written first, then the conversation, then the group or, of an
 * edit, what it edits: whichever prefix of the writes survives, the replay completes it. The conversation knows how far
 * it has come before the group shows it, or the replay of a refused command could meet a group that would not refuse
 * it.
 */
final class AcceptCommands {
    private final ConversationStore store;
    private final EmitAccepted emit;
    private final ApplyChange applyChange;
    private final ConversationLimits limits;

    AcceptCommands(ConversationStore store, EmitAccepted emit, ConversationLimits limits) {
        this.store = store;
        this.emit = emit;
        this.limits = limits;
        this.applyChange = new ApplyChange(limits.keepAccepted().toMillis(), limits.partSize());
    }

    @Nullable
    Accepted earlier(CommandAt at) {
        return store.accepted(at.conversation().value(), at.device(), at.messageId());
    }

    boolean isForgotten(CommandAt at, Accepted earlier) {
        return at.at() - earlier.getAt() > limits.repeatWindow().toMillis();
    }

    /** Whether the command, or the same one from another place, has been accepted; then it is answered again. */
    boolean answeredBefore(CommandAt at, Conversation state) {
        Accepted earlier = earlier(at);
        if (earlier == null) {
            return false;
        }
        if (earlier.getBy() == at.by()) {
            again(at, state, earlier);
            return true;
        }
        if (isForgotten(at, earlier)) {
            return false;
        }
        emit.duplicate(at, state.getEpoch(), earlier);
        return true;
    }

    /** A message or what it does to an earlier one; {@code group} is null between two people. */
    Conversation send(CommandAt at, Conversation state, @Nullable Group group, long expiresAt) {
        Accepted accepted = next(at, state)
                .setAction(at.command().getSend().getAction())
                .setExpiresAt(expiresAt)
                .build();
        return save(at, state, accepted, group);
    }

    void change(CommandAt at, Conversation state, Group group, GroupChange change) {
        save(at, state, changed(at, state, change), group);
    }

    /** What two people have set for their messages. */
    Conversation timer(CommandAt at, Conversation state) {
        GroupChange change = GroupChange.newBuilder()
                .setSettings(at.command().getGroup().getSettings())
                .build();
        return save(at, state, changed(at, state, change), null);
    }

    private static Accepted changed(CommandAt at, Conversation state, GroupChange change) {
        return next(at, state)
                .setChange(change.toByteString())
                .setAction(Action.GROUP)
                .build();
    }

    Conversation again(CommandAt at, Conversation state, Accepted earlier) {
        String conversation = at.conversation().value();
        Conversation completed = state;
        if (state.getSeq() < earlier.getSeq()) {
            // The crash came between the writes of save().
            completed = moved(at, state, earlier);
            store.save(conversation, completed);
        }
        countEdit(at, earlier);
        Group group = at.conversation().isGroup() ? applied(conversation, store.group(conversation), earlier) : null;
        emit.accepted(at, state.getEpoch(), earlier, group);
        return completed;
    }

    private static Accepted.Builder next(CommandAt at, Conversation state) {
        return Accepted.newBuilder()
                .setBy(at.by())
                .setSeq(state.getSeq() + 1)
                .setAt(Math.max(at.at(), state.getAt()))
                .setFrom(at.command().getUser());
    }

    private Conversation save(CommandAt at, Conversation state, Accepted accepted, @Nullable Group group) {
        String conversation = at.conversation().value();
        Conversation next = moved(at, state, accepted);
        store.saveAccepted(conversation, at.device(), at.messageId(), accepted);
        store.save(conversation, next);
        countEdit(at, accepted);
        Group applied = group == null ? null : applied(conversation, group, accepted);
        emit.accepted(at, next.getEpoch(), accepted, applied);
        return next;
    }

    /** Once, also when the edit is processed again: edits of a message come in the order of their places in the log. */
    private void countEdit(CommandAt at, Accepted accepted) {
        if (accepted.getAction() == Action.EDIT) {
            Accepted edited = store.target(at);
            if (edited != null && edited.getEditedBy() < at.by()) {
                store.saveTarget(
                        at,
                        edited.toBuilder()
                                .setEdits(edited.getEdits() + 1)
                                .setEditedBy(at.by())
                                .build());
            }
        }
    }

    private static Conversation moved(CommandAt at, Conversation state, Accepted accepted) {
        Conversation.Builder next = state.toBuilder()
                .setSeq(accepted.getSeq())
                .setAt(accepted.getAt())
                .setLastBy(Math.max(at.by(), state.getLastBy()));
        if (at.conversation().isDirect() && accepted.getChange().isEmpty()) {
            next.setWritten(Written.by(at.conversation(), state, new UserId(accepted.getFrom())));
        } else if (at.conversation().isDirect()) {
            next.setExpireAfter(change(accepted).getSettings().getExpireAfter());
        }
        return next.build();
    }

    /** The group with the change in it, if there is one and it is not in there yet. */
    private Group applied(String conversation, Group group, Accepted accepted) {
        if (accepted.getChange().isEmpty() || accepted.getSeq() <= group.getSeq()) {
            return group;
        }
        Group applied = applyChange.apply(group, change(accepted), accepted.getSeq(), accepted.getAt());
        store.saveGroup(conversation, applied);
        return applied;
    }

    private static GroupChange change(Accepted accepted) {
        try {
            return GroupChange.parseFrom(accepted.getChange());
        } catch (InvalidProtocolBufferException e) {
            throw new UncheckedIOException(e);
        }
    }
}
