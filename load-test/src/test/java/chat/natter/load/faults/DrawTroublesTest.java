package chat.natter.load.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DrawTroublesTest {
    private static final List<String> PARTS = List.of("kafka", "gateway-1", "gateway-2", "message-1");
    private static final List<String> DISKS = List.of("kafka");
    private static final List<String> CLOCKS = List.of("message-1", "gateway-2");
    private static final List<String> LINES = List.of("gateway-2 to kafka");
    /** Each part, both gateways at once, the line, the clocks. */
    private static final int ROUND = 8;

    @Test
    void drawsTheSameForTheSameSeed() {
        assertThat(drawn(7, 50)).isEqualTo(drawn(7, 50));
        assertThat(drawn(7, 50)).isNotEqualTo(drawn(8, 50));
    }

    @Test
    void doesNotDependOnTheOrderInWhichTheStackNamesItsParts() {
        // Given
        DrawTroubles other = new DrawTroubles(
                7, new Weaknesses(List.of("message-1", "gateway-2", "gateway-1", "kafka"), DISKS, CLOCKS, LINES));
        // Then
        assertThat(Stream.generate(other::next).limit(50)).isEqualTo(drawn(7, 50));
    }

    @Test
    void meetsEverythingOnceInEachRound() {
        // Given
        List<PlannedTrouble> drawn = drawn(3, 2 * ROUND);
        // Then
        for (List<PlannedTrouble> round : List.of(drawn.subList(0, ROUND), drawn.subList(ROUND, 2 * ROUND))) {
            assertThat(round.stream().map(planned -> target(planned.trouble())))
                    .containsExactlyInAnyOrder(
                            List.of("kafka"),
                            List.of("gateway-1"),
                            List.of("gateway-2"),
                            List.of("message-1"),
                            List.of("message-1"),
                            List.of("gateway-2"),
                            List.of("gateway-1", "gateway-2"),
                            LINES);
        }
    }

    @Test
    void letsEverythingHappenInTheEnd() {
        // When
        Set<Trouble> all = new HashSet<>();
        drawn(1, 200 * ROUND).forEach(planned -> all.add(planned.trouble()));
        // Then
        assertThat(all)
                .contains(
                        new Trouble.Killed(List.of("kafka")),
                        new Trouble.Paused("kafka"),
                        new Trouble.Restarted("kafka"),
                        new Trouble.DiskFull("kafka"),
                        new Trouble.WrongClock("message-1", Duration.ofHours(-1)),
                        new Trouble.Killed(List.of("gateway-1", "gateway-2")),
                        new Trouble.CutOff("gateway-2 to kafka"),
                        new Trouble.Slowed("gateway-2 to kafka", Duration.ofMillis(300)))
                .contains(new Trouble.WrongClock("gateway-2", Duration.ofSeconds(-20)))
                .doesNotContain(
                        new Trouble.DiskFull("gateway-1"), new Trouble.WrongClock("gateway-2", Duration.ofHours(1)));
    }

    @Test
    void losesEachOfThreeBrokersByItself() {
        // Given
        List<String> brokers = List.of("kafka", "kafka-2", "kafka-3");
        DrawTroubles draw = new DrawTroubles(5, new Weaknesses(brokers, List.of(), List.of(), List.of()));
        // When
        List<Trouble> drawn = Stream.generate(draw::next)
                .limit(100)
                .map(PlannedTrouble::trouble)
                .toList();
        // Then
        assertThat(drawn)
                .allSatisfy(trouble -> assertThat(target(trouble)).hasSize(1))
                .containsAll(brokers.stream()
                        .map(broker -> new Trouble.Killed(List.of(broker)))
                        .toList());
    }

    @Test
    void holdsEachForOneToTwelveSeconds() {
        assertThat(drawn(1, 500))
                .allSatisfy(
                        planned -> assertThat(planned.held()).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(12)));
    }

    private static List<PlannedTrouble> drawn(long seed, int count) {
        DrawTroubles draw = new DrawTroubles(seed, new Weaknesses(PARTS, DISKS, CLOCKS, LINES));
        return Stream.generate(draw::next).limit(count).toList();
    }

    private static List<String> target(Trouble trouble) {
        TouchedVictims touched = new TouchedVictims();
        trouble.begin(touched);
        return touched.touched();
    }
}
