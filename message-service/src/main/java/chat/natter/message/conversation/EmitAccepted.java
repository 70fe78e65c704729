package chat.natter.message.conversation;

import chat.natter.contract.Problem;
import chat.natter.contract.UserId;
import chat.natter.contract.record.Command;
import chat.natter.contract.record.Delivery;
import chat.natter.contract.record.Event;
import chat.natter.contract.record.InboxMessage;
import chat.natter.contract.record.InboxRecord;
import chat.natter.contract.record.MessageAccepted;
import chat.natter.contract.record.Refused;
import chat.natter.contract.record.Send;
import chat.natter.contract.record.Sent;
import chat.natter.message.conversation.state.Accepted;
import chat.natter.message.stage.Outputs;

/**
 * The outputs of one answered command: a pure function of the command and what was decided, so that a replay gives the
 * same bytes.
 */
final class EmitAccepted {
    private static final int RETRY_AFTER_MILLIS = 1_000;

    private final Outputs outputs;

    EmitAccepted(Outputs outputs) {
        this.outputs = outputs;
    }

    void accepted(CommandAt at, int epoch, Accepted accepted) {
        outputs.event(event(at, epoch, accepted));
        InboxRecord entry = InboxRecord.newBuilder()
                .setMessage(inboxMessage(at, epoch, accepted))
                .build();
        for (UserId member : at.conversation().directMembers()) {
            outputs.inbox(member.value(), entry, accepted.getAt());
        }
        sent(at, epoch, accepted, false);
    }

    void duplicate(CommandAt at, int epoch, Accepted earlier) {
        sent(at, epoch, earlier, true);
    }

    void refused(CommandAt at, Problem problem) {
        Refused.Builder refused = Refused.newBuilder()
                .setRe(at.command().getSend().getMessageId())
                .setProblem(problem.code());
        if (problem == Problem.UNAVAILABLE) {
            refused.setRetryAfterMillis(RETRY_AFTER_MILLIS);
        }
        deliver(at, delivery(at).setRefused(refused).build());
    }

    private void sent(CommandAt at, int epoch, Accepted accepted, boolean duplicate) {
        Sent sent = Sent.newBuilder()
                .setRe(at.command().getSend().getMessageId())
                .setConversation(at.conversation().value())
                .setSeq(accepted.getSeq())
                .setEpoch(epoch)
                .setAt(accepted.getAt())
                .setDuplicate(duplicate)
                .build();
        deliver(at, delivery(at).setSent(sent).build());
    }

    private void deliver(CommandAt at, Delivery delivery) {
        outputs.deliver(at.command().getGateway(), delivery, at.at());
    }

    private static Delivery.Builder delivery(CommandAt at) {
        Command command = at.command();
        return Delivery.newBuilder()
                .setSession(command.getSession())
                .setUser(command.getUser())
                .setDevice(command.getDevice());
    }

    private static Event event(CommandAt at, int epoch, Accepted accepted) {
        Command command = at.command();
        Send send = command.getSend();
        return Event.newBuilder()
                .setConversation(at.conversation().value())
                .setSeq(accepted.getSeq())
                .setEpoch(epoch)
                .setFrom(command.getUser())
                .setDevice(command.getDevice())
                .setMessageId(send.getMessageId())
                .setAt(accepted.getAt())
                .setMessage(MessageAccepted.newBuilder()
                        .setContent(send.getContent())
                        .setReplyTo(send.getReplyTo())
                        .setExpiresAt(expiresAt(send, accepted)))
                .build();
    }

    private static InboxMessage inboxMessage(CommandAt at, int epoch, Accepted accepted) {
        Command command = at.command();
        Send send = command.getSend();
        return InboxMessage.newBuilder()
                .setConversation(at.conversation().value())
                .setSeq(accepted.getSeq())
                .setEpoch(epoch)
                .setFrom(command.getUser())
                .setDevice(command.getDevice())
                .setMessageId(send.getMessageId())
                .setAt(accepted.getAt())
                .setContent(send.getContent())
                .setReplyTo(send.getReplyTo())
                .setExpiresAt(expiresAt(send, accepted))
                .build();
    }

    private static long expiresAt(Send send, Accepted accepted) {
        return send.getExpiresIn() == 0 ? 0 : accepted.getAt() + send.getExpiresIn() * 1_000L;
    }
}
