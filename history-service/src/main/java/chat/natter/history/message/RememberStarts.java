package chat.natter.history.message;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Knows which starts are in the store already, so that a bucket's thousand messages do not write its start a thousand
 * times. Forgetting costs a write that changes nothing.
 */
final class RememberStarts {
    private static final int CAPACITY = 20_000;

    /** By the time of last use; the value is the rank that was written. */
    private final Map<BucketStart.Key, Long> written = new LinkedHashMap<>(1_024, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<BucketStart.Key, Long> eldest) {
            return size() > CAPACITY;
        }
    };

    /** Those that would change something. */
    synchronized List<BucketStart> news(Collection<BucketStart> starts) {
        return starts.stream()
                .filter(start -> written.getOrDefault(start.key(), Long.MIN_VALUE) < start.rank())
                .toList();
    }

    /** To be called once they are durable. */
    synchronized void remember(Collection<BucketStart> starts) {
        starts.forEach(start -> written.merge(start.key(), start.rank(), Math::max));
    }
}
