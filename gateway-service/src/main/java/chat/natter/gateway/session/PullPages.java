package chat.natter.gateway.session;

import chat.natter.contract.ConversationId;
import chat.natter.contract.MessageId;
import chat.natter.contract.Problem;
import chat.natter.contract.frame.ClientFrame;
import chat.natter.contract.record.PullRequest;
import com.google.protobuf.ByteString;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Asks history for parts of logs on behalf of one socket, few at a time, and answers itself what history does not
 * answer in time: a pull gets its page or an error, never silence.
 */
final class PullPages {
    /** Pulls that may wait for their answer. */
    static final int AT_ONCE = 4;
    /** After that history does not answer any more, and the client may ask again. */
    static final Duration ANSWERED_WITHIN = Duration.ofSeconds(10);

    private static final int PER_SECOND = 10;
    private static final int BURST = 50;
    private static final int RETRY_MILLIS = 1_000;

    private final ClientSession client;
    private final SessionContext context;
    private final Publisher publisher;
    private final SendAllowance allowance = new SendAllowance(PER_SECOND, BURST);
    private final Map<MessageId, Asked> waiting = new HashMap<>();

    private record Asked(ConversationId conversation, long at) {}

    PullPages(ClientSession client, SessionContext context, Publisher publisher) {
        this.client = client;
        this.context = context;
        this.publisher = publisher;
    }

    boolean pull(ClientFrame.Pull pull, OpenSession session) {
        String re = pull.id().toString();
        if (waiting.containsKey(pull.id())) {
            // Its answer is on the way.
            return true;
        }
        ConversationId conversation = pull.conversation();
        if (conversation.isDirect() && !conversation.isBetween(session.identity.user())) {
            client.refuse(Problem.NOT_A_MEMBER, re, Problem.NOT_A_MEMBER.title(), null);
            return false;
        }
        int wait = allowance.millisToWait();
        if (wait > 0 || waiting.size() >= AT_ONCE) {
            client.refuseTooMany(re, Math.max(wait, RETRY_MILLIS), allowance);
            return false;
        }
        waiting.put(pull.id(), new Asked(conversation, context.now()));
        boolean taken =
                publisher.pull(conversation, request(pull, session), context.now(), () -> unanswered(pull.id()));
        if (!taken) {
            unanswered(pull.id());
        }
        return taken;
    }

    /** Looks at the time: history is away, or far behind. */
    void tick() {
        if (!waiting.isEmpty()) {
            long before = context.now() - ANSWERED_WITHIN.toMillis();
            List<MessageId> late = waiting.entrySet().stream()
                    .filter(one -> one.getValue().at() < before)
                    .map(Map.Entry::getKey)
                    .toList();
            late.forEach(this::unanswered);
        }
    }

    /** Of which conversation that was asked here, and had no answer until now; null if it was not. */
    @Nullable
    ConversationId answered(ByteString re) {
        Asked question = waiting.remove(MessageId.of(re.toByteArray()));
        return question == null ? null : question.conversation();
    }

    private void unanswered(MessageId id) {
        if (waiting.remove(id) != null) {
            client.unavailable(id.toString());
        }
    }

    private PullRequest request(ClientFrame.Pull pull, OpenSession session) {
        return PullRequest.newBuilder()
                .setGateway(context.gateway().value())
                .setSession(session.id.value())
                .setUser(session.identity.user().value())
                .setDevice(session.identity.device().value())
                .setRe(ByteString.copyFrom(pull.id().toBytes()))
                .setConversation(pull.conversation().value())
                .setFrom(pull.from())
                .setTo(pull.to())
                .build();
    }
}
