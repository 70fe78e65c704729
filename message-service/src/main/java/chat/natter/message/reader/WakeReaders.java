package chat.natter.message.reader;

import chat.natter.contract.ConversationId;
import chat.natter.contract.GatewayId;
import chat.natter.contract.record.Delivery;
import chat.natter.contract.record.NewsDelivery;
import chat.natter.contract.record.TypingRecord;
import chat.natter.message.stage.UnreadableRecord;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * Tells the gateways on which a topic has readers how far its log is: one record for each, however many readers there
 * are. Who reads is not known here, and whether they may is decided where they read.
 *
 * <p>A gateway that is new is told at once, and so it is after a take-over: what came while nobody knew of it is made
 * up for with the next time that it says so.
 */
public final class WakeReaders {
    /** Gateways say every 30 seconds where they have readers: two of those may be lost. */
    static final long READING_MILLIS = 75_000;

    /** Writes to the delivery topic of a gateway. */
    public interface Deliver {
        void deliver(String gateway, Delivery delivery, long at);
    }

    private final ToLongFunction<ConversationId> head;
    private final Deliver deliver;
    /** By topic, the gateways and until when that holds, in milliseconds since 1970. */
    private final Map<String, Map<String, Long>> gateways = new HashMap<>();

    /**
     * Wakes for one partition of conversations.
     *
     * @param head how far the log of that topic is; 0 if there is none
     */
    public WakeReaders(ToLongFunction<ConversationId> head, Deliver deliver) {
        this.head = head;
        this.deliver = deliver;
    }

    /** Whether a record of {@code chat.typing} is for here. */
    public static boolean concerns(TypingRecord record) {
        return record.hasReaders() || record.hasNews();
    }

    /**
     * One record that concerns readers.
     *
     * @param at the record's time, in milliseconds since 1970
     */
    public void process(ConversationId topic, TypingRecord record, long at, long now) {
        if (!topic.isTopic()) {
            throw new UnreadableRecord("readers of a conversation that is no topic");
        }
        if (record.hasNews()) {
            List.copyOf(gateways.getOrDefault(topic.value(), Map.of()).keySet())
                    .forEach(gateway -> tell(gateway, topic, record.getNews().getSeq(), now));
            return;
        }
        String gateway = new GatewayId(record.getGateway()).value();
        if (record.getReaders().getOn()) {
            reads(topic, gateway, at + READING_MILLIS, now);
        } else {
            reads(topic, gateway, 0, now);
        }
    }

    /** Forgets gateways that were not heard of for long: they are gone. */
    public void forget(long now) {
        gateways.values().removeIf(reading -> {
            reading.values().removeIf(until -> until <= now);
            return reading.isEmpty();
        });
    }

    private void reads(ConversationId topic, String gateway, long until, long now) {
        if (until <= now) {
            gateways.computeIfPresent(topic.value(), (key, reading) -> {
                reading.remove(gateway);
                return reading.isEmpty() ? null : reading;
            });
            return;
        }
        Long before = gateways.computeIfAbsent(topic.value(), first -> new LinkedHashMap<>(2))
                .put(gateway, until);
        if (before == null) {
            tell(gateway, topic, head.applyAsLong(topic), now);
        }
    }

    private void tell(String gateway, ConversationId topic, long seq, long now) {
        Delivery news = Delivery.newBuilder()
                .setNews(
                        NewsDelivery.newBuilder().setConversation(topic.value()).setSeq(seq))
                .build();
        deliver.deliver(gateway, news, now);
    }

    boolean isEmpty() {
        return gateways.isEmpty();
    }
}
