package chat.natter.client.connection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PositionGateTest {
    private final PositionGate gate = new PositionGate();

    @Test
    void letsEachPositionThroughOnceAcrossSessions() {
        // Given
        gate.newSession();
        gate.passes(3);
        gate.passes(7);

        // When
        gate.newSession();
        boolean repeated = gate.passes(7);
        boolean next = gate.passes(9);

        // Then
        assertThat(repeated).isFalse();
        assertThat(next).isTrue();
        assertThat(gate.repeats()).isEqualTo(1);
        assertThat(gate.repeatsInSession()).isZero();
    }

    @Test
    void countsARepeatWithinOneSession() {
        // Given
        gate.newSession();
        gate.passes(5);

        // When
        gate.passes(5);
        gate.passes(4);

        // Then
        assertThat(gate.repeatsInSession()).isEqualTo(2);
    }
}
