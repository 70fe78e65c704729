package chat.natter.load.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class StackUseTest {
    @Test
    void saysWhatEachPartTookForOneMessage() {
        // Given
        TreeMap<Double, Map<String, Long>> lag =
                new TreeMap<>(Map.of(0.0, Map.of("history", 1_200L), 3.0, Map.of("history", 4L)));
        KafkaUse kafka = new KafkaUse(new TreeMap<>(Map.of("chat.events", 1_000L, "chat.inbox", 2_000L)), lag);
        // Then
        assertThat(use(kafka).lines())
                .containsExactly(
                        "measuring, 20.0 s, 1,000 × message:",
                        "  gateway-1      0.5000 ms CPU per message    210 MiB (230 at most), GC 3 in 24 ms",
                        "  kafka          0.2500 ms CPU per message    400 MiB (400 at most), GC not known",
                        "  all            0.7500 ms CPU per message",
                        "  Kafka: 3 records written per message: chat.inbox 2, chat.events 1",
                        "  lag at most, records: history 1,200 (4 at the end)");
    }

    @Test
    void admitsWhatIsNotKnown() {
        assertThat(use(null).lines()).last().isEqualTo("  Kafka: not known");
        assertThat(use(null).asMap()).containsEntry("kafka", null);
        assertThat(new StackUse("measuring", 1, 1, "message", Map.of(), new TreeMap<>(), null).lines())
                .isEqualTo(List.of());
    }

    @Test
    void dividesByNothingWhereNothingWasDone() {
        assertThat(new StackUse("measuring", 1, 0, "message", Map.of(), new TreeMap<>(), null).perOne(5))
                .isEqualTo(5);
    }

    private static StackUse use(@Nullable KafkaUse kafka) {
        Map<String, PartUse> parts = new LinkedHashMap<>();
        parts.put("gateway-1", new PartUse(500, 200, 210, 230, new GarbageUse(3, 24)));
        parts.put("kafka", new PartUse(250, 400, 400, 400, null));
        return new StackUse("measuring", 20, 1_000, "message", parts, new TreeMap<>(), kafka);
    }
}
