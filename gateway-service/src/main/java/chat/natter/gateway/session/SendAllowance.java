package chat.natter.gateway.session;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;

/** How many messages a session may send: a token bucket, and a limit to patience with clients that ignore it. */
final class SendAllowance {
    private static final int PATIENCE = 10;

    private final Bucket bucket;
    private final int maxRefusals;
    private int refusals;

    SendAllowance(int perSecond, int burst) {
        bucket = Bucket.builder()
                .addLimit(Bandwidth.builder()
                        .capacity(burst)
                        .refillGreedy(perSecond, Duration.ofSeconds(1))
                        .build())
                .build();
        maxRefusals = burst * PATIENCE;
    }

    /** 0 if one more message may be sent; otherwise the milliseconds to wait. */
    int millisToWait() {
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        if (probe.isConsumed()) {
            refusals = 0;
            return 0;
        }
        refusals++;
        return (int)
                Math.max(1, Duration.ofNanos(probe.getNanosToWaitForRefill()).toMillis());
    }

    /** Whether the client goes on sending in spite of many refusals in a row. */
    boolean isAbused() {
        return refusals > maxRefusals;
    }
}
