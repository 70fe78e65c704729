package chat.natter.load.compare;

import static org.assertj.core.api.Assertions.assertThat;

import chat.natter.load.compare.trial.TrialResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static final TrialResult FAST = result("drain", "Natter", 2.0, 0, null);
    private static final TrialResult SLOW = result("drain", "Other", 4.0, 0, null);
    private static final TrialResult IDLE = result("idle", "Other", 1.0, 0, null);

    @Test
    void putsTheSameFigureOfAllSideBySide() {
        // Given
        Comparison comparison = comparison(List.of(FAST), List.of(IDLE, SLOW));
        // Then
        assertThat(comparison.contenders()).containsExactly("Natter", "Other");
        assertThat(comparison.rows())
                .contains(new Comparison.Row("drain", "seconds", List.of(Optional.of(2.0), Optional.of(4.0))))
                .contains(new Comparison.Row(
                        "drain", "CPU µs per message", List.of(Optional.of(30.0), Optional.of(30.0))))
                .contains(new Comparison.Row("idle", "seconds", List.of(Optional.empty(), Optional.of(1.0))));
        assertThat(comparison.isFaultless()).isTrue();
    }

    @Test
    void failsWithASingleFaultOfAnybody() {
        assertThat(comparison(List.of(FAST), List.of(result("drain", "Other", 4.0, 1, null)))
                        .isFaultless())
                .isFalse();
    }

    @Test
    void saysWhatCouldNotBeMeasured() {
        // Given
        Comparison comparison = comparison(List.of(FAST), List.of(result("drain", "Other", 4.0, 0, "is <slow>")));
        // Then
        assertThat(comparison.isFaultless()).isFalse();
        assertThat(comparison.lines()).contains("FAILED Other, drain: is <slow>");
    }

    @Test
    void drawsABarInRelationToTheLongestOfItsRow() {
        // When
        String html = new WriteHtml(results(List.of(FAST), List.of(SLOW))).html();
        // Then
        assertThat(html)
                .contains("<td>2.00<i class=\"bar\" style=\"width:50.0%\"></i></td>"
                        + "<td>4.00<i class=\"bar\" style=\"width:100.0%\"></i></td>");
    }

    @Test
    void escapesWhatServersSay() {
        assertThat(new WriteHtml(results(List.of(FAST), List.of(result("drain", "Other", 4.0, 0, "is <slow>")))).html())
                .contains("is &lt;slow&gt;");
    }

    private static TrialResult result(
            String trial, String contender, double seconds, long faults, @Nullable String failure) {
        return new TrialResult(
                trial,
                contender,
                Map.of("seconds", seconds),
                Map.of("server", 10.0, "database", 20.0),
                Map.of("server", 100L),
                faults,
                failure);
    }

    private static Comparison comparison(List<TrialResult> natter, List<TrialResult> other) {
        return new Comparison(results(natter, other));
    }

    private static Map<ContenderName, List<TrialResult>> results(List<TrialResult> natter, List<TrialResult> other) {
        Map<ContenderName, List<TrialResult>> results = new LinkedHashMap<>();
        results.put(ContenderName.NATTER, natter);
        results.put(ContenderName.EJABBERD, other);
        return results;
    }
}
