package chat.natter.message.conversation;

import chat.natter.contract.Problem;
import chat.natter.contract.UserId;
import chat.natter.contract.record.Action;
import chat.natter.contract.record.Send;
import chat.natter.message.conversation.state.Accepted;
import chat.natter.message.conversation.state.Conversation;
import chat.natter.message.group.state.Group;
import chat.natter.message.stage.OrderedStore;
import chat.natter.message.stage.Outputs;
import chat.natter.message.stage.UnreadableRecord;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Gives each accepted command of a conversation the next {@code seq}, once.
 *
 * <p>The log may be processed again from an earlier place while the store is already ahead of it. A command that meets
 * its own effect (same place in the log) gives the same outputs again, because they may never have left; the same
 * message id from another place is a client's repeat and is answered as a duplicate. A command that is not behind the
 * store and has no effect there was refused, and is refused again, whatever has become possible since.
 */
public final class ConversationStage {
    private final ConversationStore store;
    private final EmitAccepted emit;
    private final CopyToMembers copyToMembers;
    private final AcceptCommands accept;
    private final CheckSend checkSend;
    private final ChangeGroup changeGroup;
    private final AskForAdmission admission;

    public ConversationStage(OrderedStore store, Outputs outputs, ConversationLimits limits) {
        this.store = new ConversationStore(store);
        this.copyToMembers = new CopyToMembers(outputs);
        this.emit = new EmitAccepted(outputs, copyToMembers);
        this.accept = new AcceptCommands(this.store, emit, limits);
        this.checkSend = new CheckSend(this.store, limits);
        this.changeGroup = new ChangeGroup(this.store, accept, emit, limits);
        this.admission = new AskForAdmission(this.store, outputs, emit, limits);
    }

    public void process(CommandAt command) {
        switch (command.command().getBodyCase()) {
            case SEND -> said(command);
            case ADMISSION -> verdict(command);
            case GROUP -> {
                if (command.conversation().isGroup()) {
                    changeGroup.asked(command);
                } else {
                    said(command);
                }
            }
            case MEMBER_REFUSED -> changeGroup.memberRefused(command);
            case FAN_OUT -> copyToMembers.goOn(command.command().getFanOut(), command.at());
            case BODY_NOT_SET -> throw new UnreadableRecord("a command without a body that this version knows");
        }
    }

    /** A message, what is done to one, or what two people have set for theirs. */
    private void said(CommandAt at) {
        String conversation = at.conversation().value();
        Conversation state = store.load(conversation);
        if (admission.awaitsVerdictThatIsKnown(at, state) || accept.answeredBefore(at, state)) {
            return;
        }
        Group group = at.conversation().isGroup() ? store.group(conversation) : null;
        Optional<Problem> problem =
                at.command().hasGroup() ? CheckTimer.problem(at) : checkSend.problem(at, state, group);
        if (problem.isPresent()) {
            emit.refused(at, problem.get());
        } else if (group == null && !isAdmitted(at, state)) {
            admission.park(at, state);
        } else if (at.by() <= state.getLastBy()) {
            // It was refused when its turn was; only what came later would allow it. The client asks again.
            emit.refused(at, Problem.UNAVAILABLE);
        } else {
            accept(at, state, group);
        }
    }

    private Conversation accept(CommandAt at, Conversation state, @Nullable Group group) {
        return at.command().hasGroup()
                ? accept.timer(at, state)
                : accept.send(at, state, group, expiresAt(at, state, group));
    }

    private static boolean isAdmitted(CommandAt at, Conversation state) {
        UserId sender = new UserId(at.command().getUser());
        return state.getAdmission() == Conversation.Admission.ADMITTED
                || at.conversation().peerOf(sender).equals(sender);
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
            Accepted earlier = accept.earlier(command);
            if (earlier == null || accept.isForgotten(command, earlier)) {
                state = accept(command, state, null);
            } else if (earlier.getBy() != command.by()) {
                emit.duplicate(command, state.getEpoch(), earlier);
            } else if (again) {
                state = accept.again(command, state, earlier);
            }
        }
    }

    /**
     * When it vanishes: as it says itself, or as the conversation's timer says; an edit with what it edits. 0 = never.
     */
    private long expiresAt(CommandAt at, Conversation state, @Nullable Group group) {
        Send send = at.command().getSend();
        if (send.getAction() == Action.EDIT) {
            Accepted edited = store.target(at);
            return edited == null ? 0 : edited.getExpiresAt();
        }
        long seconds = send.getExpiresIn();
        if (seconds == 0 && send.getAction() == Action.MESSAGE) {
            seconds =
                    group == null ? state.getExpireAfter() : group.getSettings().getExpireAfter();
        }
        return seconds == 0 ? 0 : Math.max(at.at(), state.getAt()) + seconds * 1_000L;
    }
}
