package chat.natter.auth.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LimitTest {
    private long nanos;

    private final Limit limit = new Limit(new FiveAMinute(), new TimeMeter() {
        @Override
        public long currentTimeNanos() {
            return nanos;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    });

    @Test
    void allowsTheCapacityAndThenSaysHowLongToWait() {
        // Given
        takeFive("alice");

        // When
        RateLimited refused = catchThrowableOfType(RateLimited.class, () -> limit.take("alice"));

        // Then
        assertThat(refused.retryAfter()).isEqualTo(Duration.ofSeconds(12));
    }

    @Test
    void givesTriesBackEvenlyOverThePeriod() {
        // Given
        takeFive("alice");

        // When
        nanos += TimeUnit.SECONDS.toNanos(12);

        // Then
        limit.take("alice");
        assertThatThrownBy(() -> limit.take("alice")).isInstanceOf(RateLimited.class);
    }

    @Test
    void countsEachKeyForItself() {
        takeFive("alice");
        takeFive("bob");
    }

    private void takeFive(String key) {
        for (int i = 0; i < 5; i++) {
            limit.take(key);
        }
    }

    private record FiveAMinute() implements LimitConfig.Rate {
        @Override
        public long capacity() {
            return 5;
        }

        @Override
        public Duration period() {
            return Duration.ofMinutes(1);
        }
    }
}
