package chat.natter.auth.verification;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How many codes a number or mailbox was sent since {@code windowStart}: the bound on what strangers can make it get.
 */
record SentCodes(Instant windowStart, int sent, @Nullable Instant lastSentAt) {
    /** What a window allows. */
    record Bounds(Duration resendAfter, Duration window, int perWindow) {}

    /** How long to wait for the next code; zero if it may be sent now. */
    Duration wait(Instant now, Bounds bounds) {
        Duration between =
                lastSentAt == null ? Duration.ZERO : Duration.between(now, lastSentAt.plus(bounds.resendAfter()));
        Duration untilNextWindow = Duration.between(now, windowStart.plus(bounds.window()));
        Duration wait =
                sent >= bounds.perWindow() && untilNextWindow.compareTo(between) > 0 ? untilNextWindow : between;
        return wait.isNegative() ? Duration.ZERO : wait;
    }

    SentCodes oneMore(Instant now, Bounds bounds) {
        boolean over = !windowStart.plus(bounds.window()).isAfter(now);
        return over ? new SentCodes(now, 1, now) : new SentCodes(windowStart, sent + 1, now);
    }
}
