package chat.natter.load.faults;

import chat.natter.contract.ConversationId;
import chat.natter.contract.DeviceId;
import chat.natter.contract.MessageId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;

/**
 * How fresh everybody's news is: for each device in each conversation, when the newest message that it got was sent.
 * Times are those of {@link System#nanoTime}.
 */
final class Freshness {
    private record Line(ConversationId conversation, DeviceId device) {}

    private final Map<Line, Long> newest = new ConcurrentHashMap<>();
    private final Map<MessageId, Long> sent = new ConcurrentHashMap<>();
    private final LongAdder arrivals = new LongAdder();
    private final LongAccumulator slowest = new LongAccumulator(Math::max, 0);

    /** From here on the device waits for news of that conversation. */
    void expect(ConversationId conversation, DeviceId device, long now) {
        newest.putIfAbsent(new Line(conversation, device), now);
    }

    void sent(MessageId id, long now) {
        sent.put(id, now);
    }

    void arrived(ConversationId conversation, DeviceId device, MessageId id, long now) {
        Long when = sent.get(id);
        if (when == null) {
            return;
        }
        arrivals.increment();
        newest.computeIfPresent(new Line(conversation, device), (line, before) -> {
            slowest.accumulate(now - when);
            return Math.max(before, when);
        });
    }

    /** Whether everybody has got something that was sent after that moment. */
    boolean isSince(long moment) {
        return newest.values().stream().allMatch(when -> when > moment);
    }

    /** The longest that a message took to somebody who waited for it, since this was last asked; in nanoseconds. */
    long takeSlowest() {
        return slowest.getThenReset();
    }

    long arrivals() {
        return arrivals.sum();
    }
}
