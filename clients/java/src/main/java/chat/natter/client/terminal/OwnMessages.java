package chat.natter.client.terminal;

import chat.natter.contract.ConversationId;
import chat.natter.contract.MessageId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How far one's own messages have come. Marks are high-water marks: one says it of every message up to its seq, also of
 * those whose answer comes after it.
 *
 * @param <L> what stands for a message on the screen
 */
final class OwnMessages<L> {
    private static final class Marks<L> {
        private final NavigableMap<Long, L> sent = new TreeMap<>();
        private long delivered;
        private long read;

        Tick tick(long seq) {
            return seq <= read ? Tick.READ : seq <= delivered ? Tick.DELIVERED : Tick.SENT;
        }
    }

    /** A message whose tick is new. */
    record Change<L>(L line, Tick tick) {}

    private final Map<MessageId, L> pending = new LinkedHashMap<>();
    private final Map<ConversationId, Marks<L>> conversations = new HashMap<>();

    void pending(MessageId id, L line) {
        pending.put(id, line);
    }

    boolean anyPending() {
        return !pending.isEmpty();
    }

    /** Null if the message is not known here. */
    @Nullable
    Change<L> sent(MessageId id, ConversationId conversation, long seq) {
        L line = pending.remove(id);
        return line == null ? null : stored(conversation, seq, line);
    }

    /** One's own message that is stored already: from history, or from another device. */
    Change<L> stored(ConversationId conversation, long seq, L line) {
        Marks<L> marks = marks(conversation);
        Tick tick = marks.tick(seq);
        if (tick != Tick.READ) {
            marks.sent.put(seq, line);
        }
        return new Change<>(line, tick);
    }

    @Nullable
    Change<L> refused(MessageId id) {
        L line = pending.remove(id);
        return line == null ? null : new Change<>(line, Tick.REFUSED);
    }

    /** Those that a receipt moves on, oldest first. */
    List<Change<L>> receipt(ConversationId conversation, long delivered, long read) {
        Marks<L> marks = marks(conversation);
        long from = Math.min(marks.delivered, marks.read);
        Map<Long, Tick> before = new HashMap<>();
        long to = Math.max(delivered, read);
        if (to <= from) {
            return List.of();
        }
        NavigableMap<Long, L> touched = new TreeMap<>(marks.sent.headMap(to, true));
        touched.keySet().forEach(seq -> before.put(seq, marks.tick(seq)));
        marks.delivered = Math.max(marks.delivered, to);
        marks.read = Math.max(marks.read, read);
        marks.sent.headMap(marks.read, true).clear();
        return touched.entrySet().stream()
                .filter(own -> marks.tick(own.getKey()) != before.get(own.getKey()))
                .map(own -> new Change<>(own.getValue(), marks.tick(own.getKey())))
                .toList();
    }

    private Marks<L> marks(ConversationId conversation) {
        return conversations.computeIfAbsent(conversation, unseen -> new Marks<>());
    }
}
