package chat.natter.load.presence;

import static org.assertj.core.api.Assertions.assertThat;

import chat.natter.contract.PresenceState;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class TruthTest {
    private static final long START = Duration.ofHours(1).toNanos();

    private final Truth truth = new Truth(START);

    @Test
    void beginsWithNobodyThere() {
        assertThat(truth.state()).isEqualTo(PresenceState.OFFLINE);
        assertThat(truth.last().number()).isZero();
    }

    @Test
    void isWhatWasDoneLast() {
        // When
        truth.become(Standing.LOOKING, at(1));
        truth.become(Standing.ASIDE, at(2));

        // Then
        assertThat(truth.last()).isEqualTo(new Truth.Change(2, PresenceState.AWAY, at(2), false));
    }

    @Test
    void doesNotChangeByAMove() {
        // Given
        truth.become(Standing.LOOKING, at(1));

        // When
        truth.become(Standing.LOOKING, at(2));

        // Then
        assertThat(truth.last()).isEqualTo(new Truth.Change(1, PresenceState.ONLINE, at(1), true));
    }

    @Test
    void countsAChangeAsAloneOnceNothingBeforeCanHoldItBack() {
        // Given one that may be told after the throttle, and holds back the next for as long
        truth.become(Standing.LOOKING, at(0));

        // When
        truth.become(Standing.ASIDE, at(9));
        boolean tooEarly = truth.last().alone();
        truth.become(Standing.LOOKING, at(19));

        // Then
        assertThat(tooEarly).isFalse();
        assertThat(truth.last().alone()).isTrue();
    }

    @Test
    void countsTheGraceOfADeparture() {
        // Given
        truth.become(Standing.LOOKING, at(0));
        truth.become(Standing.GONE, at(100));

        // When
        truth.become(Standing.LOOKING, at(115));

        // Then
        assertThat(truth.last().alone()).isFalse();
    }

    private static long at(int second) {
        return START + Duration.ofSeconds(second).toNanos();
    }
}
