package chat.natter.gateway.session;

import chat.natter.contract.ConversationId;
import chat.natter.contract.MessageId;
import chat.natter.contract.Problem;
import chat.natter.contract.UserId;
import chat.natter.contract.frame.ClientFrame;
import chat.natter.contract.frame.Recipient;
import chat.natter.contract.frame.ServerFrame;
import chat.natter.contract.record.Command;
import chat.natter.contract.record.Delivery;
import chat.natter.contract.record.Refused;
import chat.natter.contract.record.Sent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes one message to several users into one for each, all under the same id, and answers once all are answered. The
 * id tells repeats apart within each conversation, so a client that was cut off asks the same again and whoever has the
 * message does not get it twice. What is under way is known to this session only; with it goes the answer and nothing
 * else.
 */
final class SpreadMessages {
    /** Those that may wait for their answers. */
    static final int AT_ONCE = 4;

    private static final int RETRY_MILLIS = 1_000;

    private final ClientSession client;
    private final SessionContext context;
    private final Publisher publisher;
    private final Map<MessageId, UnderWay> waiting = new HashMap<>();

    private static final class UnderWay {
        private final Set<ConversationId> open;
        private final List<ServerFrame.Reached> sent = new ArrayList<>();
        private final List<ServerFrame.Unreached> refused = new ArrayList<>();

        UnderWay(List<ConversationId> conversations) {
            open = new HashSet<>(conversations);
        }
    }

    SpreadMessages(ClientSession client, SessionContext context, Publisher publisher) {
        this.client = client;
        this.context = context;
        this.publisher = publisher;
    }

    boolean send(ClientFrame.Send send, Recipient.ToUsers to, OpenSession session) {
        String re = send.id().toString();
        int count = to.users().size();
        if (waiting.containsKey(send.id())) {
            // Its answer is on the way.
            return true;
        }
        if (count > context.limits().broadcastRecipients()) {
            client.refuse(Problem.TOO_MANY, re, Problem.TOO_MANY.title(), null);
            return false;
        }
        int wait = waiting.size() >= AT_ONCE
                ? RETRY_MILLIS
                : session.allowance.millisToWait(
                        Math.min(count, context.limits().sendBurst()));
        if (wait > 0) {
            client.refuseTooMany(re, wait, session.allowance);
            return false;
        }
        List<ConversationId> conversations = to.conversationsWith(session.identity.user());
        waiting.put(send.id(), new UnderWay(conversations));
        Command command = ToCommand.ofBroadcast(send, session, context.gateway());
        for (ConversationId conversation : conversations) {
            boolean taken = publisher.command(conversation, command, context.now(), traceId -> giveUp(send.id()));
            if (!taken) {
                giveUp(send.id());
                return false;
            }
        }
        return true;
    }

    /** Whether that is about a message to several; then it is answered here. */
    boolean tookOver(Delivery delivery, UserId user) {
        if (waiting.isEmpty()) {
            return false;
        }
        if (delivery.hasSent()) {
            Sent sent = delivery.getSent();
            MessageId id = MessageId.of(sent.getRe().toByteArray());
            UnderWay underWay = waiting.get(id);
            ConversationId conversation = new ConversationId(sent.getConversation());
            if (underWay == null || !underWay.open.remove(conversation)) {
                return underWay != null;
            }
            underWay.sent.add(new ServerFrame.Reached(
                    conversation.peerOf(user), sent.getSeq(), Instant.ofEpochMilli(sent.getAt())));
            answerIfDone(id, underWay);
            return true;
        }
        return delivery.hasRefused() && refused(delivery.getRefused(), user);
    }

    private boolean refused(Refused refused, UserId user) {
        MessageId id = MessageId.of(refused.getRe().toByteArray());
        UnderWay underWay = waiting.get(id);
        if (underWay == null) {
            return false;
        }
        if (refused.getRetryAfterMillis() > 0) {
            giveUp(id);
            return true;
        }
        ConversationId conversation = new ConversationId(refused.getConversation());
        if (underWay.open.remove(conversation)) {
            underWay.refused.add(new ServerFrame.Unreached(conversation.peerOf(user), refused.getProblem()));
            answerIfDone(id, underWay);
        }
        return true;
    }

    private void answerIfDone(MessageId id, UnderWay underWay) {
        if (underWay.open.isEmpty()) {
            waiting.remove(id);
            client.write(new ServerFrame.Spread(id, underWay.sent, underWay.refused));
        }
    }

    /** The client asks the same again: who has it does not get it twice. */
    private void giveUp(MessageId id) {
        if (waiting.remove(id) != null) {
            client.unavailable(id.toString());
        }
    }
}
