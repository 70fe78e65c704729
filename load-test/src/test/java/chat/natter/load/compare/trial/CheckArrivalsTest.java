package chat.natter.load.compare.trial;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CheckArrivalsTest {
    private final CheckArrivals check = new CheckArrivals();

    @Test
    void takesEachStreamInItsOwnOrder() {
        // When
        arrive(1, 1);
        arrive(2, 1);
        arrive(1, 2);
        arrive(2, 2);
        // Then
        assertThat(check.arrived()).isEqualTo(4);
        assertThat(check.faults()).isZero();
    }

    @Test
    void hasTheMessageRead() {
        assertThat(check.arrived(new Body(7, 1, 123).text())).contains(new Body(7, 1, 123));
    }

    @Test
    void findsOneThatCameTwice() {
        // When
        arrive(1, 1);
        arrive(1, 1);
        // Then
        assertThat(check.faults()).isEqualTo(1);
    }

    @Test
    void findsAGapOnce() {
        // When
        arrive(1, 1);
        arrive(1, 3);
        arrive(1, 4);
        // Then
        assertThat(check.faults()).isEqualTo(1);
    }

    @Test
    void findsOneOutOfOrder() {
        // When
        arrive(1, 1);
        arrive(1, 3);
        arrive(1, 2);
        // Then
        assertThat(check.faults()).isEqualTo(2);
    }

    @Test
    void findsASingleChangedLetter() {
        // Given
        String text = new Body(1, 1, 123).text();
        char last = text.charAt(text.length() - 1);
        String changed = text.substring(0, text.length() - 1) + (last == 'a' ? 'b' : 'a');
        // Then
        assertThat(check.arrived(changed)).isEmpty();
        assertThat(check.arrived("something else")).isEmpty();
        assertThat(check.faults()).isEqualTo(2);
        assertThat(check.arrived()).isZero();
    }

    private void arrive(int stream, long number) {
        assertThat(check.arrived(new Body(stream, number, 0).text())).isPresent();
    }
}
