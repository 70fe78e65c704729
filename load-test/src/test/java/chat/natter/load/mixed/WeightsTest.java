package chat.natter.load.mixed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class WeightsTest {
    @Test
    void drawsEachInItsShare() {
        // Given
        Weights weights = new Weights(Map.of(Doing.CHAT, 3, Doing.LEAVE, 1));
        // Then
        assertThat(weights.draw(0)).isEqualTo(Doing.CHAT);
        assertThat(weights.draw(0.74)).isEqualTo(Doing.CHAT);
        assertThat(weights.draw(0.75)).isEqualTo(Doing.LEAVE);
        assertThat(weights.draw(0.999)).isEqualTo(Doing.LEAVE);
        assertThat(weights.has(Doing.LEAVE)).isTrue();
    }

    @Test
    void neverDrawsWhatWeighsNothing() {
        // Given
        Weights weights = new Weights(Map.of(Doing.CHAT, 0, Doing.MEDIA, 2));
        // Then
        assertThat(weights.draw(0)).isEqualTo(Doing.MEDIA);
        assertThat(weights.has(Doing.CHAT)).isFalse();
        assertThat(weights.has(Doing.GROUP)).isFalse();
    }

    @Test
    void refusesPeopleWhoDoNothing() {
        assertThatThrownBy(() -> new Weights(Map.of(Doing.CHAT, 0))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Weights(Map.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Weights(Map.of(Doing.CHAT, 2, Doing.GROUP, -1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
