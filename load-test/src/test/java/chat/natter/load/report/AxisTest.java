package chat.natter.load.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class AxisTest {
    @Test
    void endsAtARoundNumberThatIsNotBelowTheHighest() {
        // When
        Axis axis = Axis.linear("milliseconds", 23.4);
        // Then
        assertThat(axis.ticks()).extracting(Axis.Tick::text).containsExactly("0", "5", "10", "15", "20", "25");
        assertThat(axis.at(25)).isEqualTo(1);
        assertThat(axis.at(0)).isZero();
    }

    @Test
    void hasRoomForNothingAtAll() {
        assertThat(Axis.linear("records", 0).at(0)).isZero();
    }

    @Test
    void writesSmallStepsWithoutTheErrorsOfBinaryFractions() {
        assertThat(Axis.linear("cores", 0.31).ticks())
                .extracting(Axis.Tick::text)
                .containsExactly("0", "0.1", "0.2", "0.3", "0.4");
        assertThat(Axis.linear("seconds", 2.9).ticks())
                .extracting(Axis.Tick::text)
                .containsExactly("0", "0.5", "1", "1.5", "2", "2.5", "3");
    }

    @Test
    void givesEachNineTheSameRoom() {
        // When
        Axis axis = Axis.percentiles("percentile", 5_000);
        // Then
        assertThat(axis.ticks())
                .extracting(Axis.Tick::text)
                .containsExactly("0%", "50%", "90%", "99%", "99.9%", "99.99%");
        assertThat(axis.at(90)).isCloseTo(0.25, within(1e-6));
        assertThat(axis.at(99)).isCloseTo(0.5, within(1e-6));
        assertThat(axis.at(100)).isEqualTo(1);
        assertThat(axis.at(0)).isEqualTo(0, within(1e-9));
    }
}
