package chat.natter.message.conversation;

import chat.natter.contract.Problem;
import chat.natter.contract.UserId;
import chat.natter.contract.frame.GroupContent;
import chat.natter.contract.record.Action;
import chat.natter.contract.record.Command;
import chat.natter.contract.record.Delivery;
import chat.natter.contract.record.Event;
import chat.natter.contract.record.GroupChange;
import chat.natter.contract.record.GroupChanged;
import chat.natter.contract.record.InboxMessage;
import chat.natter.contract.record.InboxRecord;
import chat.natter.contract.record.MessageAccepted;
import chat.natter.contract.record.MessageChanged;
import chat.natter.contract.record.Refused;
import chat.natter.contract.record.Send;
import chat.natter.contract.record.Sent;
import chat.natter.message.conversation.state.Accepted;
import chat.natter.message.group.Members;
import chat.natter.message.group.Parts;
import chat.natter.message.group.state.Group;
import chat.natter.message.stage.Outputs;
import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnsafeByteOperations;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * The outputs of one answered command: a pure function of the command, what was decided and, in a group, who was a
 * member at that seq, so that a replay gives the same bytes.
 */
final class EmitAccepted {
    private static final int RETRY_AFTER_MILLIS = 1_000;

    private final Outputs outputs;
    private final CopyToMembers copyToMembers;

    EmitAccepted(Outputs outputs, CopyToMembers copyToMembers) {
        this.outputs = outputs;
        this.copyToMembers = copyToMembers;
    }

    /** {@code group} is null between two people. */
    void accepted(CommandAt at, int epoch, Accepted accepted, @Nullable Group group) {
        InboxMessage.Builder copy = inboxMessage(at, epoch, accepted);
        if (accepted.getChange().isEmpty()) {
            send(at, copy);
            outputs.event(event(at, epoch, accepted, copy));
        } else {
            GroupChange change = change(accepted);
            copy.setAction(Action.GROUP)
                    .setContent(UnsafeByteOperations.unsafeWrap(
                            GroupContent.of(change).utf8()));
            outputs.event(event(at, epoch, accepted, copy).toBuilder()
                    .setGroup(GroupChanged.newBuilder().setChange(change).setContent(copy.getContent()))
                    .build());
        }
        if (group == null) {
            InboxRecord entry = InboxRecord.newBuilder().setMessage(copy).build();
            for (UserId member : at.conversation().directMembers()) {
                outputs.inbox(member.value(), entry, accepted.getAt());
            }
        } else {
            copyToMembers.start(
                    copy.build(),
                    Members.at(group, accepted.getSeq()),
                    Parts.at(group, accepted.getSeq()),
                    accepted.getAt());
        }
        if (at.conversation().isTopic()) {
            outputs.news(at.conversation().value(), accepted.getSeq(), accepted.getAt());
        }
        sent(at, epoch, accepted, false);
    }

    void duplicate(CommandAt at, int epoch, Accepted earlier) {
        sent(at, epoch, earlier, true);
    }

    void refused(CommandAt at, Problem problem) {
        Refused.Builder refused = Refused.newBuilder()
                .setRe(at.messageId())
                .setProblem(problem.code())
                .setConversation(at.conversation().value());
        if (problem == Problem.UNAVAILABLE) {
            refused.setRetryAfterMillis(RETRY_AFTER_MILLIS);
        }
        deliver(at, delivery(at).setRefused(refused).build());
    }

    private void sent(CommandAt at, int epoch, Accepted accepted, boolean duplicate) {
        Sent sent = Sent.newBuilder()
                .setRe(at.messageId())
                .setConversation(at.conversation().value())
                .setSeq(accepted.getSeq())
                .setEpoch(epoch)
                .setAt(accepted.getAt())
                .setDuplicate(duplicate)
                .build();
        deliver(at, delivery(at).setSent(sent).build());
    }

    /** A command that the service gave itself has no session to answer to. */
    private void deliver(CommandAt at, Delivery delivery) {
        if (!at.command().getGateway().isEmpty()) {
            outputs.deliver(at.command().getGateway(), delivery, at.at());
        }
    }

    private static Delivery.Builder delivery(CommandAt at) {
        Command command = at.command();
        return Delivery.newBuilder()
                .setSession(command.getSession())
                .setUser(command.getUser())
                .setDevice(command.getDevice());
    }

    private static InboxMessage.Builder inboxMessage(CommandAt at, int epoch, Accepted accepted) {
        Command command = at.command();
        return InboxMessage.newBuilder()
                .setConversation(at.conversation().value())
                .setSeq(accepted.getSeq())
                .setEpoch(epoch)
                .setFrom(command.getUser())
                .setDevice(at.device())
                .setMessageId(at.messageId())
                .setAt(accepted.getAt())
                .setExpiresAt(accepted.getExpiresAt());
    }

    private static void send(CommandAt at, InboxMessage.Builder copy) {
        Send send = at.command().getSend();
        copy.setContent(send.getContent())
                .setReplyTo(send.getReplyTo())
                .setAction(send.getAction())
                .setTarget(send.getTarget().getSeq())
                .setForwarded(send.getForwarded());
        if (send.hasMentions()) {
            copy.setMentions(send.getMentions());
        }
    }

    private static Event event(CommandAt at, int epoch, Accepted accepted, InboxMessage.Builder copy) {
        Event.Builder event = Event.newBuilder()
                .setConversation(at.conversation().value())
                .setSeq(accepted.getSeq())
                .setEpoch(epoch)
                .setFrom(copy.getFrom())
                .setDevice(copy.getDevice())
                .setMessageId(copy.getMessageId())
                .setAt(accepted.getAt());
        ByteString content = copy.getContent();
        if (copy.getAction() == Action.MESSAGE) {
            MessageAccepted.Builder message = MessageAccepted.newBuilder()
                    .setContent(content)
                    .setReplyTo(copy.getReplyTo())
                    .setExpiresAt(accepted.getExpiresAt())
                    .setForwarded(copy.getForwarded());
            event.setMessage(copy.hasMentions() ? message.setMentions(copy.getMentions()) : message);
        } else if (copy.getAction() != Action.GROUP) {
            event.setChanged(MessageChanged.newBuilder()
                    .setAction(copy.getAction())
                    .setTarget(copy.getTarget())
                    .setContent(content)
                    .setExpiresAt(accepted.getExpiresAt()));
        }
        return event.build();
    }

    private static GroupChange change(Accepted accepted) {
        try {
            return GroupChange.parseFrom(accepted.getChange());
        } catch (InvalidProtocolBufferException e) {
            throw new UncheckedIOException(e);
        }
    }
}
