package chat.natter.client.connection;

import static chat.natter.client.connection.SilenceWatch.Verdict.DEAD;
import static chat.natter.client.connection.SilenceWatch.Verdict.FINE;
import static chat.natter.client.connection.SilenceWatch.Verdict.PING;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SilenceWatchTest {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final SilenceWatch watch = new SilenceWatch(Duration.ofSeconds(10), 0);

    @Test
    void pingsAfterASilentHeartbeatAndGivesUpAfterTwo() {
        assertThat(watch.at(9 * SECOND)).isEqualTo(FINE);
        assertThat(watch.at(10 * SECOND)).isEqualTo(PING);
        assertThat(watch.at(20 * SECOND)).isEqualTo(PING);
        assertThat(watch.at(21 * SECOND)).isEqualTo(DEAD);
    }

    @Test
    void speaksUpWhenOnlyTheOtherSideTalks() {
        // When
        watch.heard(9 * SECOND);

        // Then
        assertThat(watch.at(10 * SECOND)).isEqualTo(PING);
    }

    @Test
    void isFineWhileBothSidesTalk() {
        // When
        watch.heard(18 * SECOND);
        watch.said(18 * SECOND);

        // Then
        assertThat(watch.at(25 * SECOND)).isEqualTo(FINE);
    }
}
