package chat.natter.history.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class TimeToLiveTest {
    private static final Instant NOW = SomeMessages.NOW;

    @Test
    void roundsUpSoThatNothingVanishesEarly() {
        assertThat(TimeToLive.seconds(NOW.plusMillis(1), NOW)).isEqualTo(1);
        assertThat(TimeToLive.seconds(NOW.plusSeconds(10), NOW)).isEqualTo(10);
        assertThat(TimeToLive.seconds(NOW.plusMillis(10_001), NOW)).isEqualTo(11);
    }

    @Test
    void hasNoneForWhatStaysAndForWhatCassandraCannotExpress() {
        assertThat(TimeToLive.seconds(null, NOW)).isEqualTo(TimeToLive.NONE);
        assertThat(TimeToLive.seconds(Instant.parse("9999-01-01T00:00:00Z"), NOW))
                .isEqualTo(TimeToLive.NONE);
    }
}
