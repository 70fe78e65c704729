package chat.natter.load.mixed;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * What is to happen.
 *
 * @param people who are signed up and in, each on one device
 * @param friends of each, whom they watch and write to: an even number
 * @param groupSize how many share a group; everybody is in one
 * @param rate how much all of them together do in a second
 * @param weights of what they do
 * @param warmUp before anything is measured
 */
record MixedPlan(
        List<URI> edges,
        int people,
        int friends,
        int groupSize,
        int rate,
        Weights weights,
        Duration warmUp,
        Duration duration) {
    MixedPlan {
        edges = List.copyOf(edges);
        if (friends < 2 || friends % 2 != 0 || friends >= people) {
            throw new IllegalArgumentException(
                    "each has an even number of friends, 2 or more, and there are more people");
        }
        if (groupSize < 2 || rate < 1) {
            throw new IllegalArgumentException("a group has two members or more, and people do something every second");
        }
    }
}
