package chat.natter.load.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class KafkaUseTest {
    @Test
    void countsWhatTopicsGrewBy() {
        // When
        KafkaUse use = KafkaUse.between(
                Map.of("chat.events", 100L, "chat.inbox", 40L, "again", 900L),
                Map.of("chat.events", 150L, "chat.inbox", 40L, "new", 7L, "again", 3L),
                new TreeMap<>());
        // Then
        assertThat(use.written()).isEqualTo(Map.of("chat.events", 50L, "new", 7L, "again", 3L));
        assertThat(use.writtenInAll()).isEqualTo(60);
    }

    @Test
    void knowsTheMostAndTheLastOfEachGroup() {
        // Given
        TreeMap<Double, Map<String, Long>> looks = new TreeMap<>();
        looks.put(0.0, Map.of("history", 5L));
        looks.put(3.0, Map.of("history", 900L, "late", 1L));
        looks.put(6.0, Map.of("history", 20L, "late", 2L));
        // When
        KafkaUse use = new KafkaUse(new TreeMap<>(), looks);
        // Then
        assertThat(use.behind())
                .isEqualTo(Map.of("history", new KafkaUse.Behind(20, 900), "late", new KafkaUse.Behind(2, 2)));
    }
}
