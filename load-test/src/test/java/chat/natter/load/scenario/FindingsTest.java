package chat.natter.load.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import chat.natter.load.measure.CountOverTime;
import chat.natter.load.measure.Figure;
import chat.natter.load.measure.Latency;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class FindingsTest {
    private final Findings findings = new Findings("all is well");

    @Test
    void showsNumbersFirstAndCurvesOfWhatWasMeasuredOverTime() {
        // Given
        Latency latency = new Latency("told");
        latency.begin();
        latency.micros(4_000);
        CountOverTime count = new CountOverTime("reconnects", new TreeMap<>(Map.of(0L, 3L)));
        // When
        findings.put("allBackMillis", 1_500);
        findings.put("restarts", Map.of("gateway 1", "from second 0 to 2"));
        findings.put("toldMillis", latency);
        findings.put("reconnectsPerSecond", count);
        // Then
        assertThat(findings.headlines())
                .startsWith(new Figure("1,500 ms", "all back"))
                .extracting(Figure::what)
                .containsExactly("all back", "told, p50", "told, p99");
        assertThat(findings.latencies()).containsExactly(latency);
        assertThat(findings.counts()).containsExactly(count);
        assertThat(findings.asMap()).containsEntry("reconnectsPerSecond", Map.of(0L, 3L));
        assertThat(findings.lines()).last().isEqualTo("no faults: all is well");
    }

    @Test
    void isNotFaultlessWithAFault() {
        // When
        findings.fault("somebody is missing");
        // Then
        assertThat(findings.isFaultless()).isFalse();
        assertThat(findings.lines()).last().isEqualTo("FAULTS: [somebody is missing]");
    }
}
