package chat.natter.auth.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class SentCodesTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final SentCodes.Bounds BOUNDS = new SentCodes.Bounds(Duration.ofSeconds(30), Duration.ofHours(1), 5);

    @Test
    void letsTheFirstGoAtOnceAndTheNextAfterAWhile() {
        // Given
        SentCodes none = new SentCodes(NOW, 0, null);

        // When
        SentCodes one = none.oneMore(NOW, BOUNDS);

        // Then
        assertThat(none.wait(NOW, BOUNDS)).isZero();
        assertThat(one.wait(NOW.plusSeconds(10), BOUNDS)).isEqualTo(Duration.ofSeconds(20));
        assertThat(one.wait(NOW.plusSeconds(30), BOUNDS)).isZero();
    }

    @Test
    void holdsBackUntilTheWindowIsOver() {
        // Given
        SentCodes five = new SentCodes(NOW, 5, NOW.plusSeconds(600));

        // Then
        assertThat(five.wait(NOW.plusSeconds(1_800), BOUNDS)).isEqualTo(Duration.ofMinutes(30));
        assertThat(five.wait(NOW.plusSeconds(3_600), BOUNDS)).isZero();
        assertThat(five.oneMore(NOW.plusSeconds(3_600), BOUNDS).sent()).isEqualTo(1);
    }
}
