package chat.natter.load.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoseBrokersTest {
    /** Kafka's default, after which the others know that a broker is gone. */
    private static final int SESSION_SECONDS = 9;

    @Test
    void losesOneAtATimeForLongAndThenForShort() {
        // When
        LoseBrokers lose = new LoseBrokers(List.of("kafka", "kafka-2", "kafka-3"));
        List<PlannedTrouble> twice = new ArrayList<>();
        for (int trouble = 0; trouble < 6; trouble++) {
            twice.add(lose.next());
        }
        // Then
        assertThat(twice)
                .extracting(planned -> planned.trouble().text())
                .containsExactly(
                        "kill -9 kafka",
                        "kill -9 kafka-2",
                        "kill -9 kafka-3",
                        "kill -9 kafka",
                        "kill -9 kafka-2",
                        "kill -9 kafka-3");
        assertThat(twice.subList(0, 3)).allMatch(planned -> planned.held().toSeconds() > SESSION_SECONDS);
        assertThat(twice.subList(3, 6)).allMatch(planned -> planned.held().toSeconds() < SESSION_SECONDS);
        assertThat(lose.hasNext()).isTrue();
    }
}
