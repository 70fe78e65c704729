package chat.natter.message.conversation;

import chat.natter.contract.ConversationId;
import chat.natter.contract.Problem;
import chat.natter.contract.UserId;
import chat.natter.contract.record.Command;
import chat.natter.contract.record.Send;
import chat.natter.message.conversation.state.Accepted;
import chat.natter.message.conversation.state.Conversation;
import chat.natter.message.stage.OrderedStore;
import chat.natter.message.stage.Outputs;
import chat.natter.message.stage.UnreadableRecord;
import org.jspecify.annotations.Nullable;

/**
 * Gives each accepted command of a conversation the next {@code seq}, once.
 *
 * <p>The log may be processed again from an earlier place while the store is already ahead of it. A command that meets
 * its own effect (same place in the log) gives the same outputs again, because they may never have left; the same
 * message id from another place is a client's repeat and is answered as a duplicate. The accepted entry is written
 * before the conversation: whichever prefix of the writes survives, the replay completes it.
 */
public final class ConversationStage {
    private final ConversationStore store;
    private final ConversationLimits limits;
    private final EmitAccepted emit;
    private final AskForAdmission admission;

    public ConversationStage(OrderedStore store, Outputs outputs, ConversationLimits limits) {
        this.store = new ConversationStore(store);
        this.limits = limits;
        this.emit = new EmitAccepted(outputs);
        this.admission = new AskForAdmission(this.store, outputs, emit, limits);
    }

    public void process(CommandAt command) {
        switch (command.command().getBodyCase()) {
            case SEND -> send(command);
            case ADMISSION -> verdict(command);
            case BODY_NOT_SET -> throw new UnreadableRecord("a command without a body that this version knows");
        }
    }

    private void send(CommandAt at) {
        ConversationId conversation = at.conversation();
        UserId sender = new UserId(at.command().getUser());
        if (!conversation.isDirect()) {
            emit.refused(at, Problem.CONVERSATION_UNKNOWN);
            return;
        }
        if (!conversation.isBetween(sender)) {
            emit.refused(at, Problem.NOT_A_MEMBER);
            return;
        }
        Conversation state = store.load(conversation.value());
        if (admission.awaitsVerdictThatIsKnown(at, state) || answeredBefore(at, state)) {
            return;
        }
        boolean ownNotes = conversation.peerOf(sender).equals(sender);
        if (ownNotes || state.getAdmission() == Conversation.Admission.ADMITTED) {
            accept(at, state);
        } else {
            admission.park(at, state);
        }
    }

    private void verdict(CommandAt verdict) {
        String conversation = verdict.conversation().value();
        Conversation state = store.load(conversation);
        boolean again = verdict.by() <= state.getVerdictBy();
        if (!verdict.command().getAdmission().getAdmitted()) {
            admission.refuseParked(verdict, state);
            return;
        }
        // Saved before the parked commands are worked off, so that a replay knows that it is one.
        state = state.toBuilder()
                .setAdmission(Conversation.Admission.ADMITTED)
                .setVerdictBy(Math.max(verdict.by(), state.getVerdictBy()))
                .setParked(0)
                .build();
        store.save(conversation, state);
        for (ConversationStore.ParkedAt parked : store.parkedBefore(conversation, verdict.by())) {
            if (parked.by() <= state.getRefusedUpTo()) {
                continue;
            }
            CommandAt command = admission.unpark(verdict.conversation(), parked);
            Accepted earlier = earlier(command);
            if (earlier == null || isForgotten(command, earlier)) {
                state = accept(command, state);
            } else if (earlier.getBy() != command.by()) {
                emit.duplicate(command, state.getEpoch(), earlier);
            } else if (again) {
                state = emitAgain(command, state, earlier);
            }
        }
    }

    private boolean answeredBefore(CommandAt at, Conversation state) {
        Accepted earlier = earlier(at);
        if (earlier == null) {
            return false;
        }
        if (earlier.getBy() == at.by()) {
            emitAgain(at, state, earlier);
            return true;
        }
        if (isForgotten(at, earlier)) {
            return false;
        }
        emit.duplicate(at, state.getEpoch(), earlier);
        return true;
    }

    private Conversation emitAgain(CommandAt at, Conversation state, Accepted earlier) {
        Conversation completed = state;
        if (state.getSeq() < earlier.getSeq()) {
            // The crash came between the two writes of accept().
            completed = state.toBuilder()
                    .setSeq(earlier.getSeq())
                    .setAt(earlier.getAt())
                    .build();
            store.save(at.conversation().value(), completed);
        }
        emit.accepted(at, state.getEpoch(), earlier);
        return completed;
    }

    private Conversation accept(CommandAt at, Conversation state) {
        Accepted accepted = Accepted.newBuilder()
                .setBy(at.by())
                .setSeq(state.getSeq() + 1)
                .setAt(Math.max(at.at(), state.getAt()))
                .build();
        Conversation next = state.toBuilder()
                .setSeq(accepted.getSeq())
                .setAt(accepted.getAt())
                .build();
        Command command = at.command();
        store.saveAccepted(
                at.conversation().value(),
                command.getDevice(),
                command.getSend().getMessageId(),
                accepted);
        store.save(at.conversation().value(), next);
        emit.accepted(at, next.getEpoch(), accepted);
        return next;
    }

    private @Nullable Accepted earlier(CommandAt at) {
        Send send = at.command().getSend();
        return store.accepted(at.conversation().value(), at.command().getDevice(), send.getMessageId());
    }

    private boolean isForgotten(CommandAt at, Accepted earlier) {
        return at.at() - earlier.getAt() > limits.repeatWindow().toMillis();
    }
}
