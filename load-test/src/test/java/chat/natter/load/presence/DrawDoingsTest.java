package chat.natter.load.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class DrawDoingsTest {
    private static final int PEOPLE = 8;

    @Test
    void drawsTheSameOfTheSameSeed() {
        assertThat(drawn(new DrawDoings(7, PEOPLE)))
                .isEqualTo(drawn(new DrawDoings(7, PEOPLE)))
                .isNotEqualTo(drawn(new DrawDoings(8, PEOPLE)));
    }

    @Test
    void drawsOnlyWhatOneCanDoThenAndInTheEndAll() {
        // Given
        Map<Integer, Standing> standings = new HashMap<>();
        Set<Doing> done = EnumSet.noneOf(Doing.class);

        // When, Then
        for (DrawDoings.Drawn drawn : drawn(new DrawDoings(1, PEOPLE))) {
            Standing before = standings.getOrDefault(drawn.person(), Standing.LOOKING);
            assertThat(Doing.possible(before)).contains(drawn.doing());
            assertThat(drawn.after()).isEqualTo(drawn.doing().from(before));
            standings.put(drawn.person(), drawn.after());
            done.add(drawn.doing());
        }
        assertThat(done).containsExactlyInAnyOrder(Doing.values());
    }

    @Test
    void findsSoManyOthersForEach() {
        // Given
        DrawDoings draw = new DrawDoings(1, PEOPLE);

        // When
        List<Integer> others = draw.others(3, PEOPLE - 1);

        // Then
        assertThat(others).containsExactlyInAnyOrder(0, 1, 2, 4, 5, 6, 7);
    }

    @Test
    void refusesMoreWatchesThanADeviceMayHave() {
        assertThatThrownBy(() -> plan(201)).isInstanceOf(IllegalArgumentException.class);
        assertThat(plan(200).watches()).isEqualTo(200);
    }

    private static PresencePlan plan(int watches) {
        return new PresencePlan(
                List.of(URI.create("http://127.0.0.1:1")),
                500,
                watches,
                10,
                Duration.ofSeconds(1),
                1,
                Duration.ofSeconds(30));
    }

    private static List<DrawDoings.Drawn> drawn(DrawDoings draw) {
        List<DrawDoings.Drawn> drawn = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            drawn.add(draw.next());
        }
        return drawn;
    }
}
