package chat.natter.client.connection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PendingAckTest {
    private final PendingAck pending = new PendingAck(3);

    @Test
    void isDueWhenTheBatchIsFull() {
        // When
        boolean first = pending.handed(10);
        boolean second = pending.handed(11);
        boolean third = pending.handed(15);

        // Then
        assertThat(first || second).isFalse();
        assertThat(third).isTrue();
        assertThat(pending.take()).isEqualTo(15);
        assertThat(pending.isOwed()).isFalse();
    }

    @Test
    void neverFallsBack() {
        // Given
        pending.handed(20);
        pending.take();

        // When
        pending.handed(12);

        // Then
        assertThat(pending.isOwed()).isFalse();
        assertThat(pending.position()).isEqualTo(20);
    }
}
