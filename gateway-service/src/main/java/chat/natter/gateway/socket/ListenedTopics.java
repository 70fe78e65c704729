package chat.natter.gateway.socket;

import chat.natter.contract.ConversationId;
import chat.natter.contract.record.Readers;
import chat.natter.contract.record.TypingRecord;
import chat.natter.gateway.kafka.GatewayIdentity;
import chat.natter.gateway.kafka.PublishRecords;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Which topics sessions of this gateway listen to, on which loops, and how far those topics are. Message-service is
 * told of a topic once, however many listen, and again every 30 seconds, since nobody stores it. May be used by all
 * threads.
 */
final class ListenedTopics {
    static final long SAY_AGAIN_AFTER_MILLIS = 30_000;
    private static final long LOOK_EVERY_MILLIS = 1_000;

    private final Map<String, Listened> topics = new ConcurrentHashMap<>();
    private final AtomicLong lookedAt = new AtomicLong();
    private final PublishRecords publish;
    private final GatewayIdentity identity;
    private final Clock clock;

    /**
     * One topic.
     *
     * @param loops how many sessions of each listen
     * @param head how far it is, as far as message-service has said; 0 if it has not
     * @param saidAt when message-service was told that somebody listens here
     */
    private record Listened(Map<EventLoop, Integer> loops, long head, long saidAt) {
        private Listened {
            loops = Map.copyOf(loops);
        }

        private int sessions() {
            return loops.values().stream().mapToInt(Integer::intValue).sum();
        }

        private Listened with(EventLoop loop, int more) {
            Map<EventLoop, Integer> next = new HashMap<>(loops);
            next.merge(loop, more, (before, by) -> before + by == 0 ? null : before + by);
            return new Listened(next, head, saidAt);
        }
    }

    ListenedTopics(PublishRecords publish, GatewayIdentity identity, Clock clock) {
        this.publish = publish;
        this.identity = identity;
        this.clock = clock;
    }

    /** One more session of that loop listens; returns how far the topic is known to be. */
    long add(String topic, EventLoop loop) {
        Listened now = topics.compute(topic, (key, before) -> {
            Listened present = before == null ? new Listened(Map.of(), 0, say(topic, true)) : before;
            return present.with(loop, 1);
        });
        return now.head();
    }

    void remove(String topic, EventLoop loop) {
        topics.computeIfPresent(topic, (key, before) -> {
            Listened next = before.with(loop, -1);
            if (!next.loops().isEmpty()) {
                return next;
            }
            say(topic, false);
            return null;
        });
    }

    /** The topic is that far: on which loops somebody wants to know. */
    Set<EventLoop> heard(String topic, long seq) {
        Listened now = topics.computeIfPresent(
                topic, (key, before) -> new Listened(before.loops(), Math.max(seq, before.head()), before.saidAt()));
        if (now == null) {
            say(topic, false);
            return Set.of();
        }
        return now.loops().keySet();
    }

    int sessions(String topic) {
        Listened listened = topics.get(topic);
        return listened == null ? 0 : listened.sessions();
    }

    /** How many topics somebody listens to. */
    int size() {
        return topics.size();
    }

    /** Says again what was not said for a while; may be called as often as one likes. */
    void sayAgain() {
        long now = clock.millis();
        long before = lookedAt.get();
        if (now - before < LOOK_EVERY_MILLIS || !lookedAt.compareAndSet(before, now)) {
            return;
        }
        topics.keySet()
                .forEach(topic -> topics.computeIfPresent(
                        topic,
                        (key, listened) -> now - listened.saidAt() < SAY_AGAIN_AFTER_MILLIS
                                ? listened
                                : new Listened(listened.loops(), listened.head(), say(topic, true))));
    }

    /** Returns when it was said. */
    private long say(String topic, boolean on) {
        long now = clock.millis();
        TypingRecord record = TypingRecord.newBuilder()
                .setGateway(identity.id().value())
                .setReaders(Readers.newBuilder().setOn(on))
                .build();
        publish.typing(new ConversationId(topic), record, now);
        return now;
    }
}
