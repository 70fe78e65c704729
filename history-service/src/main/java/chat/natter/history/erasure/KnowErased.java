package chat.natter.history.erasure;

import chat.natter.contract.UserId;
import chat.natter.history.personal.KnowWhoIsGone;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Knows which users were erased, and asks about one who was not only once in a while. */
@Singleton
final class KnowErased implements KnowWhoIsGone {
    private static final int CAPACITY = 50_000;

    private final Erasures erasures;
    private final Duration settle;
    private final Clock clock;
    /** Users who were not erased when it was asked, and when that was. */
    private final Map<UserId, Instant> present = new LinkedHashMap<>(1_024, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UserId, Instant> eldest) {
            return size() > CAPACITY;
        }
    };

    KnowErased(Erasures erasures, ErasureConfig config, Clock clock) {
        this.erasures = erasures;
        this.settle = config.settle();
        this.clock = clock;
    }

    /** Those of the users that were erased before {@code settle} ago, and when; perhaps some that were since. */
    synchronized Map<UserId, Instant> among(Collection<UserId> users) {
        Instant now = clock.instant();
        Set<UserId> unknown = new HashSet<>(users);
        unknown.removeIf(user -> {
            Instant asked = present.get(user);
            return asked != null && asked.plus(settle).isAfter(now);
        });
        if (unknown.isEmpty()) {
            return Map.of();
        }
        Map<UserId, Instant> erased = erasures.among(unknown);
        unknown.removeAll(erased.keySet());
        unknown.forEach(user -> present.put(user, now));
        return erased;
    }

    @Override
    public boolean isGone(UserId user) {
        return !among(List.of(user)).isEmpty();
    }

    Duration settle() {
        return settle;
    }
}
