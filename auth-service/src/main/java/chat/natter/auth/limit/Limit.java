package chat.natter.auth.limit;

import chat.natter.auth.limit.LimitConfig.Rate;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/**
 * One bucket of tries per key. A key that is not seen for a period is forgotten, since its bucket would be full again;
 * and there is an upper bound of keys, so that an attacker cannot fill the memory with them.
 */
final class Limit {
    private static final int MAX_KEYS = 20_000;

    private final Cache<String, Bucket> buckets;
    private final Bandwidth bandwidth;
    private final TimeMeter time;

    Limit(Rate rate, TimeMeter time) {
        this.bandwidth = Bandwidth.builder()
                .capacity(rate.capacity())
                .refillGreedy(rate.capacity(), rate.period())
                .build();
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MAX_KEYS)
                .expireAfterAccess(rate.period())
                .build();
        this.time = time;
    }

    /** Throws {@link RateLimited} if the key has no try left. */
    void take(String key) {
        take(key, 1);
    }

    /** Throws {@link RateLimited} if the key has fewer tries left; then none is taken. */
    void take(String key, long tries) {
        Bucket bucket = buckets.get(
                key,
                unused -> Bucket.builder()
                        .addLimit(bandwidth)
                        .withCustomTimePrecision(time)
                        .build());
        var probe = bucket.tryConsumeAndReturnRemaining(tries);
        if (!probe.isConsumed()) {
            throw new RateLimited(Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }
    }
}
