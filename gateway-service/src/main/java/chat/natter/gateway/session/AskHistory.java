package chat.natter.gateway.session;

import chat.natter.contract.ConversationId;
import chat.natter.contract.MessageId;
import chat.natter.contract.record.PullRequest;
import com.google.protobuf.ByteString;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Questions to history on behalf of one socket. What history does not answer in time is answered here: a question gets
 * its answer or an error, never silence.
 */
final class AskHistory {
    /** After that history does not answer any more, and the client may ask again. */
    static final Duration ANSWERED_WITHIN = Duration.ofSeconds(10);

    private final ClientSession client;
    private final SessionContext context;
    private final Publisher publisher;
    private final Map<MessageId, Asked> waiting = new HashMap<>();

    private record Asked(ConversationId conversation, long at) {}

    AskHistory(ClientSession client, SessionContext context, Publisher publisher) {
        this.client = client;
        this.context = context;
        this.publisher = publisher;
    }

    /** Whether the answer to that is on the way. */
    boolean isWaitingFor(MessageId id) {
        return waiting.containsKey(id);
    }

    /** How many questions have no answer yet. */
    int size() {
        return waiting.size();
    }

    /** For a part of a log, both ends included; whether the question was taken. */
    boolean ask(MessageId id, ConversationId conversation, long from, long to, OpenSession session) {
        waiting.put(id, new Asked(conversation, context.now()));
        PullRequest request = PullRequest.newBuilder()
                .setGateway(context.gateway().value())
                .setSession(session.id.value())
                .setUser(session.identity.user().value())
                .setDevice(session.identity.device().value())
                .setRe(ByteString.copyFrom(id.toBytes()))
                .setConversation(conversation.value())
                .setFrom(from)
                .setTo(to)
                .build();
        boolean taken = publisher.pull(conversation, request, context.now(), () -> unanswered(id));
        if (!taken) {
            unanswered(id);
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
}
