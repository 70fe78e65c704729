package chat.natter.history.message;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Turns a moment of expiry into Cassandra's time to live. */
public final class TimeToLive {
    static final int NONE = 0;
    /** Cassandra refuses a TTL that ends later than 2038-01-19 (in the default storage format); reads filter those. */
    static final Instant HORIZON = Instant.parse("2038-01-01T00:00:00Z");

    private TimeToLive() {}

    static int seconds(Lifetimes lifetimes, ArchivedMessage entry, Instant now) {
        return seconds(lifetimes.end(entry), now);
    }

    /** Whole seconds, rounded up: a row may outlive its message by less than a second, never the other way round. */
    public static int seconds(@Nullable Instant expiresAt, Instant now) {
        if (expiresAt == null || expiresAt.isAfter(HORIZON)) {
            return NONE;
        }
        long millis = Duration.between(now, expiresAt).toMillis();
        return (int) Math.max(1, (millis + 999) / 1_000);
    }
}
