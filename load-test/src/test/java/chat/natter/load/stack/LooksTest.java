package chat.natter.load.stack;

import static org.assertj.core.api.Assertions.assertThat;

import chat.natter.load.process.ProcessUsage;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class LooksTest {
    @Test
    void tellsCpuInCoresOverAtLeastASecond() {
        // Given
        TreeMap<Double, Map<String, ProcessUsage>> looks = new TreeMap<>();
        looks.put(0.0, Map.of("kafka", used(1_000)));
        looks.put(0.5, Map.of("kafka", used(1_200)));
        looks.put(2.0, Map.of("kafka", used(2_000), "late", used(10)));
        looks.put(3.0, Map.of("kafka", used(3_500), "late", used(260)));
        // Then
        assertThat(Looks.cpu(looks))
                .isEqualTo(Map.of(2.0, Map.of("kafka", 0.5), 3.0, Map.of("kafka", 1.5, "late", 0.25)));
    }

    @Test
    void tellsNothingBeforeTheFirstLook() {
        assertThat(Looks.cpu(new TreeMap<>())).isEmpty();
    }

    private static ProcessUsage used(long cpuMillis) {
        return new ProcessUsage(cpuMillis, 100);
    }
}
