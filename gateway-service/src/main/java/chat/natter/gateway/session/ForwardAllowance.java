package chat.natter.gateway.session;

import chat.natter.contract.ConversationId;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * To how many conversations a session may pass messages on at once. What is passed on is nobody's business here, so
 * conversations are counted and not messages: within a while no more than so many.
 */
final class ForwardAllowance {
    private final int conversations;
    private final long withinMillis;
    /** When something was last passed on to each, milliseconds since 1970. */
    private final Map<ConversationId, Long> recent = new HashMap<>();

    ForwardAllowance(int conversations, Duration within) {
        this.conversations = conversations;
        this.withinMillis = within.toMillis();
    }

    /** 0 if one more message may be passed on to that conversation; otherwise the milliseconds to wait. */
    int millisToWait(ConversationId conversation, long now) {
        Collection<Long> times = recent.values();
        times.removeIf(at -> at + withinMillis <= now);
        if (recent.size() >= conversations && !recent.containsKey(conversation)) {
            long oldest = times.stream().mapToLong(Long::longValue).min().orElse(now);
            return (int) (oldest + withinMillis - now);
        }
        recent.put(conversation, now);
        return 0;
    }
}
