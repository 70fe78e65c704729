package chat.natter.history.archive;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to wait before the next attempt: doubled each time up to a limit, of which a random half is taken off. */
record Backoff(Duration first, Duration longest) {
    private static final int MAX_DOUBLINGS = 20;

    /** @param failures how many attempts failed so far, from 1 */
    Duration after(int failures, RandomGenerator random) {
        long doubled = first.toMillis() << Math.min(failures - 1, MAX_DOUBLINGS);
        long ceiling = Math.min(doubled, longest.toMillis());
        return Duration.ofMillis(ceiling - random.nextLong(ceiling / 2 + 1));
    }
}
