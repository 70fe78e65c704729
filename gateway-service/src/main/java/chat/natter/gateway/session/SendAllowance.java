package chat.natter.gateway.session;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/**
 * How many messages a session may send: a token bucket, and a limit to patience with clients that ignore it. A refusal
 * costs patience and a permitted message restores as much: whoever sends more than twice the rate for long runs out.
 */
final class SendAllowance {
    private static final int PATIENCE = 10;
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final Bucket bucket;
    private final int maxRefusals;
    private int refusals;

    SendAllowance(int perSecond, int burst) {
        this(perSecond, burst, TimeMeter.SYSTEM_NANOTIME);
    }

    SendAllowance(int perSecond, int burst, TimeMeter time) {
        bucket = Bucket.builder()
                .withCustomTimePrecision(time)
                .addLimit(Bandwidth.builder()
                        .capacity(burst)
                        .refillGreedy(perSecond, Duration.ofSeconds(1))
                        .build())
                .build();
        maxRefusals = burst * PATIENCE;
    }

    /** 0 if one more message may be sent; otherwise the milliseconds to wait. */
    int millisToWait() {
        return millisToWait(1);
    }

    /** The same for so many at once. */
    int millisToWait(int count) {
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(count);
        if (probe.isConsumed()) {
            refusals = Math.max(0, refusals - 1);
            return 0;
        }
        refusals++;
        // Rounded up: a client that waits exactly as long must not be refused again.
        return (int) ((probe.getNanosToWaitForRefill() + NANOS_PER_MILLI - 1) / NANOS_PER_MILLI);
    }

    /** Whether the client goes on sending in spite of many refusals. */
    boolean isAbused() {
        return refusals > maxRefusals;
    }
}
