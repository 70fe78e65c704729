package chat.natter.load.compare.trial;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Checks what one receiver gets: of each stream every message once, in order, unchanged. For one thread. */
final class CheckArrivals {
    private final Map<Integer, Long> last = new HashMap<>();
    private long arrived;
    private long faults;

    /** Empty for one that was changed; anything else that is wrong is only counted. */
    Optional<Body> arrived(String text) {
        Body body;
        try {
            body = Body.of(text);
        } catch (IllegalArgumentException e) {
            faults++;
            return Optional.empty();
        }
        long before = last.getOrDefault(body.stream(), 0L);
        if (body.number() != before + 1) {
            // A repeat, one out of order, or one after a gap.
            faults++;
        }
        last.put(body.stream(), Math.max(before, body.number()));
        arrived++;
        return Optional.of(body);
    }

    long arrived() {
        return arrived;
    }

    long faults() {
        return faults;
    }
}
