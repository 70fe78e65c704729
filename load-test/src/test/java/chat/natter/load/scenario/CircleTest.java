package chat.natter.load.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class CircleTest {
    private static final List<Integer> CIRCLE = IntStream.range(0, 10).boxed().toList();

    @Test
    void seatsHalfOfTheNeighboursOnEachSide() {
        assertThat(Circle.neighbours(CIRCLE, 0, 4)).containsExactly(9, 1, 8, 2);
    }

    @Test
    void isMutual() {
        for (int one : CIRCLE) {
            for (int other : Circle.neighbours(CIRCLE, one, 6)) {
                assertThat(Circle.neighbours(CIRCLE, other, 6)).contains(one).doesNotContain(other);
            }
        }
    }
}
