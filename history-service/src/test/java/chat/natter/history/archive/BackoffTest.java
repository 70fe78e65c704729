package chat.natter.history.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private final Backoff backoff = new Backoff(Duration.ofMillis(200), Duration.ofSeconds(5));

    @Test
    void doublesUpToItsLimitAndScatters() {
        Random random = new Random(1);
        for (int failures = 1; failures < 100; failures++) {
            long ceiling = Math.min(5_000, 200L << Math.min(failures - 1, 10));
            assertThat(backoff.after(failures, random))
                    .isBetween(Duration.ofMillis(ceiling / 2), Duration.ofMillis(ceiling));
        }
    }
}
