package chat.natter.client.connection;

import java.time.Duration;

/**
 * When entries that were handed to the listener are acknowledged.
 *
 * @param every after so many entries; far below the server's window, or deliveries would stall
 * @param within at the latest so long after an entry came
 * @param automatic false: only {@link ChatConnection#ack} acknowledges, for a listener that stores entries itself
 */
public record AckPolicy(int every, Duration within, boolean automatic) {
    public AckPolicy {
        if (every < 1 || within.isNegative() || within.isZero()) {
            throw new IllegalArgumentException("an acknowledgement is due after at least one entry and some time");
        }
    }

    /** Batches of 16, a quarter of the usual window; a lone message is acknowledged after 50 ms. */
    public static AckPolicy batched() {
        return new AckPolicy(16, Duration.ofMillis(50), true);
    }

    public static AckPolicy manual() {
        return new AckPolicy(1, Duration.ofMillis(50), false);
    }
}
