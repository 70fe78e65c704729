package chat.natter.client.connection;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Exponential delays with jitter, so that the clients of a gateway that died do not come back in step.
 *
 * @param first the upper bound of the first delay; it doubles with each attempt
 * @param most the upper bound that is never exceeded
 */
public record Backoff(Duration first, Duration most) {
    private static final int MAX_DOUBLINGS = 20;

    public Backoff {
        if (first.isNegative() || first.isZero() || most.compareTo(first) < 0) {
            throw new IllegalArgumentException("delays are positive and the largest is not below the first");
        }
    }

    /** 250 ms to 30 s. */
    public static Backoff usual() {
        return new Backoff(Duration.ofMillis(250), Duration.ofSeconds(30));
    }

    /** The upper bound of the delay before the given attempt, from 0. */
    public Duration bound(int attempt) {
        return Duration.ofMillis(Math.min(most.toMillis(), first.toMillis() << Math.min(attempt, MAX_DOUBLINGS)));
    }

    /** The delay before the given attempt, from 0: between half of its upper bound and all of it. */
    Duration before(int attempt, RandomGenerator random) {
        long bound = bound(attempt).toMillis();
        return Duration.ofMillis(bound / 2 + random.nextLong(bound - bound / 2 + 1));
    }
}
