package chat.natter.message.conversation;

import chat.natter.contract.ConversationId;
import chat.natter.contract.Problem;
import chat.natter.contract.UserId;
import chat.natter.contract.record.AdmissionRequest;
import chat.natter.contract.record.Command;
import chat.natter.contract.record.InboxRecord;
import chat.natter.message.conversation.state.Conversation;
import chat.natter.message.conversation.state.Parked;
import chat.natter.message.stage.Outputs;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.UncheckedIOException;

/**
 * Parks the first commands of a conversation until the recipient's inbox stage, which alone knows the recipient's
 * account, has said whether it may begin. So no stage holds all accounts, and none is asked over the network.
 *
 * <p>Parked commands stay in the store for a while after the verdict, because a verdict that is processed again must
 * find them.
 */
final class AskForAdmission {
    private final ConversationStore store;
    private final Outputs outputs;
    private final EmitAccepted emit;
    private final ConversationLimits limits;

    AskForAdmission(ConversationStore store, Outputs outputs, EmitAccepted emit, ConversationLimits limits) {
        this.store = store;
        this.outputs = outputs;
        this.emit = emit;
        this.limits = limits;
    }

    void park(CommandAt at, Conversation state) {
        String conversation = at.conversation().value();
        if (store.isParked(conversation, at.by())) {
            if (state.getAskedBy() == at.by()) {
                ask(at);
            }
            return;
        }
        if (state.getParked() >= limits.maxParked()) {
            emit.refused(at, Problem.UNAVAILABLE);
            return;
        }
        store.park(
                conversation,
                at.by(),
                Parked.newBuilder()
                        .setCommand(at.command().toByteString())
                        .setAt(at.at())
                        .build());
        Conversation.Builder next = state.toBuilder().setParked(state.getParked() + 1);
        boolean asked = state.getAdmission() == Conversation.Admission.ASKED
                && at.at() - state.getAskedAt() < limits.askAgainAfter().toMillis();
        if (!asked) {
            next.setAdmission(Conversation.Admission.ASKED).setAskedBy(at.by()).setAskedAt(at.at());
        }
        store.save(conversation, next.build());
        if (!asked) {
            ask(at);
        }
    }

    /**
     * Whether this is a replay of a parked command whose verdict is in the store already: the verdict comes again in
     * the log behind it and works off all parked commands in their order.
     */
    boolean awaitsVerdictThatIsKnown(CommandAt at, Conversation state) {
        return at.by() < state.getVerdictBy()
                && store.isParked(at.conversation().value(), at.by());
    }

    void refuseParked(CommandAt verdict, Conversation state) {
        String conversation = verdict.conversation().value();
        Problem problem =
                Problem.ofCode(verdict.command().getAdmission().getProblem()).orElse(Problem.USER_UNKNOWN);
        boolean again = verdict.by() <= state.getVerdictBy();
        for (ConversationStore.ParkedAt parked : store.parkedBefore(conversation, verdict.by())) {
            if (again || parked.by() > state.getRefusedUpTo()) {
                emit.refused(unpark(verdict.conversation(), parked), problem);
            }
        }
        if (!again && state.getAdmission() != Conversation.Admission.ADMITTED) {
            store.save(
                    conversation,
                    state.toBuilder()
                            .setAdmission(Conversation.Admission.UNKNOWN)
                            .setVerdictBy(verdict.by())
                            .setRefusedUpTo(verdict.by())
                            .setParked(0)
                            .build());
        }
    }

    CommandAt unpark(ConversationId conversation, ConversationStore.ParkedAt parked) {
        try {
            Command command = Command.parseFrom(parked.parked().getCommand());
            return new CommandAt(
                    conversation, command, parked.by(), parked.parked().getAt());
        } catch (InvalidProtocolBufferException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void ask(CommandAt at) {
        String sender = at.command().getUser();
        UserId recipient = at.conversation().peerOf(new UserId(sender));
        AdmissionRequest request = AdmissionRequest.newBuilder()
                .setConversation(at.conversation().value())
                .setFrom(sender)
                .build();
        outputs.inbox(
                recipient.value(),
                InboxRecord.newBuilder().setAdmission(request).build(),
                at.at());
    }
}
