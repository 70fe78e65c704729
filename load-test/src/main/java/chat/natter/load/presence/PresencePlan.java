package chat.natter.load.presence;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * What is to happen.
 *
 * @param people who are signed up and in, each on one device
 * @param watches how many others each of them watches
 * @param rate how many changes all of them together make in a second
 * @param bound how long a view may be wrong after the last change
 */
record PresencePlan(List<URI> edges, int people, int watches, int rate, Duration duration, long seed, Duration bound) {
    static final int MOST_WATCHES = 200;

    PresencePlan {
        edges = List.copyOf(edges);
        if (watches < 1 || watches > MOST_WATCHES || watches >= people) {
            throw new IllegalArgumentException(
                    "each watches 1 to " + MOST_WATCHES + " others, and there are more people than that");
        }
        if (rate < 1) {
            throw new IllegalArgumentException("something changes every second");
        }
        if (bound.compareTo(Truth.GRACE.plus(Truth.THROTTLE)) <= 0) {
            throw new IllegalArgumentException("a departure alone takes the grace and the throttle to be seen");
        }
    }
}
