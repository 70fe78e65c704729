package chat.natter.load.mixed;

import chat.natter.contract.ConversationId;
import chat.natter.contract.MessageId;
import chat.natter.load.measure.Latency;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** What all people see together. */
final class MixedFigures {
    final Latency direct = new Latency("delivered to a friend");
    final Latency group = new Latency("delivered to a group");
    final LongAdder delivered = new LongAdder();
    final LongAdder receipts = new LongAdder();
    final LongAdder typing = new LongAdder();
    final LongAdder presences = new LongAdder();

    private final Map<MessageId, Long> due = new ConcurrentHashMap<>();
    private final Map<Doing, LongAdder> done = new EnumMap<>(Doing.class);

    MixedFigures() {
        for (Doing doing : Doing.values()) {
            done.put(doing, new LongAdder());
        }
    }

    void begin() {
        direct.begin();
        group.begin();
    }

    void end() {
        direct.end();
        group.end();
    }

    void done(Doing doing) {
        done.getOrDefault(doing, new LongAdder()).increment();
    }

    /** How often so far. */
    Map<Doing, Long> done() {
        Map<Doing, Long> counts = new EnumMap<>(Doing.class);
        done.forEach((doing, count) -> counts.put(doing, count.sum()));
        return counts;
    }

    void due(MessageId id, long nanos) {
        due.put(id, nanos);
    }

    /**
     * A message has come; timed if the device was there all the while, since otherwise it waited for the device.
     *
     * @param thereSince {@link System#nanoTime}
     */
    void delivered(ConversationId conversation, MessageId id, long thereSince) {
        delivered.increment();
        Long nanos = due.get(id);
        if (nanos != null && nanos - thereSince >= 0) {
            (conversation.isDirect() ? direct : group).since(nanos);
        }
    }
}
