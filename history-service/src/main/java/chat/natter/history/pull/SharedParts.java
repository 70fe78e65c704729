package chat.natter.history.pull;

import chat.natter.contract.ConversationId;
import chat.natter.history.message.Audience;
import chat.natter.history.message.LogPart;
import chat.natter.history.message.ReadLog;
import chat.natter.history.message.Visible;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the readers of topics that are for everybody ask for in one batch: who may read is looked up once per topic, and
 * each part is read once, however many want it. Lives as long as the batch, so that nothing is out of date for longer.
 */
final class SharedParts {
    private final ReadLog readLog;
    private final Audience audience;
    private final Map<ConversationId, Boolean> forEverybody = new ConcurrentHashMap<>();
    private final Map<Wanted, LogPart> parts = new ConcurrentHashMap<>();

    private record Wanted(ConversationId conversation, long from, long to) {}

    SharedParts(ReadLog readLog, Audience audience) {
        this.readLog = readLog;
        this.audience = audience;
    }

    /** Empty if the conversation is not for everybody. */
    Optional<LogPart> of(ConversationId conversation, long from, long to) {
        if (!conversation.isTopic() || !forEverybody.computeIfAbsent(conversation, audience::isForEverybody)) {
            return Optional.empty();
        }
        return Optional.of(parts.computeIfAbsent(
                new Wanted(conversation, from, to), wanted -> readLog.read(conversation, from, to, Visible.ALL)));
    }
}
