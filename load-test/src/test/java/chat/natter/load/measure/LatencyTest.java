package chat.natter.load.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class LatencyTest {
    private final Latency latency = new Latency("delivered");

    @Test
    void countsOnlyWhatIsOverBetweenBeginAndEnd() {
        // When
        latency.micros(1_000);
        latency.begin();
        latency.micros(2_000);
        latency.micros(-5);
        latency.end();
        latency.micros(3_000);
        // Then
        assertThat(latency.count()).isEqualTo(2);
        assertThat(latency.percentiles().get("max")).isCloseTo(2, within(0.01));
        assertThat(latency.percentile(50)).isZero();
    }

    @Test
    void tellsPercentilesInMilliseconds() {
        // When
        for (int millis = 1; millis <= 1_000; millis++) {
            latency.record(0, millis * 1_000L);
        }
        // Then
        assertThat(latency.percentiles().get("p50")).isCloseTo(500, within(1.0));
        assertThat(latency.percentiles().get("p99")).isCloseTo(990, within(1.0));
        assertThat(latency.line()).startsWith("delivered").contains("  p50 50", "  p99 99");
    }

    @Test
    void putsNeighboursTogetherWhereThereAreMoreSecondsThanAskedFor() {
        // Given
        for (int second = 0; second < 10; second++) {
            latency.record(second, second * 1_000L);
        }
        // Then
        assertThat(latency.overTime(10)).containsOnlyKeys(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L);
        Map<Long, Map<String, Double>> windows = latency.overTime(4);
        assertThat(windows).containsOnlyKeys(0L, 3L, 6L, 9L);
        assertThat(windows.get(3L))
                .hasEntrySatisfying("max", most -> assertThat(most).isCloseTo(5, within(0.1)));
    }

    @Test
    void leavesSecondsOutInWhichNothingCame() {
        // When
        latency.record(3, 1_000);
        // Then
        assertThat(latency.overTime(100)).containsOnlyKeys(3L);
        assertThat(new Latency("none").overTime(100)).isEmpty();
    }

    @Test
    void risesAlongTheCurveToTheLongestOfAll() {
        // Given
        for (int i = 1; i <= 10_000; i++) {
            latency.record(0, i);
        }
        // When
        List<Latency.Step> curve = latency.curve();
        // Then
        assertThat(curve).extracting(Latency.Step::millis).isSorted();
        assertThat(curve).extracting(Latency.Step::percentile).isSorted();
        assertThat(curve.get(curve.size() - 1).percentile()).isEqualTo(100);
        assertThat(curve.get(curve.size() - 1).millis()).isCloseTo(10, within(0.01));
    }

    @Test
    void isTheSameUnderAnotherName() {
        // Given
        latency.record(0, 7_000);
        // Then
        assertThat(latency.as("delivered, before").count()).isEqualTo(1);
        assertThat(latency.as("delivered, before").what()).isEqualTo("delivered, before");
    }
}
