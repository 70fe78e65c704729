package chat.natter.gateway.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

final class HandOverTest {
    /** Work that nobody has done yet. */
    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();

    private final HandOver handOver = new HandOver(waiting::add, 10);

    @Test
    @Timeout(30)
    void letsWhoBringsTooMuchWait() throws InterruptedException {
        // Given
        handOver.hand(6, () -> {});
        Thread bringing = new Thread(() -> handOver.hand(5, () -> {}));

        // When
        bringing.start();
        while (bringing.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }

        // Then
        assertThat(waiting).hasSize(1);

        // When
        waiting.remove().run();
        bringing.join();

        // Then
        assertThat(waiting).hasSize(1);
    }

    @Test
    void makesRoomAlsoAfterAFailure() {
        // Given
        handOver.hand(10, () -> {
            throw new IllegalStateException("a defect");
        });
        try {
            waiting.remove().run();
        } catch (IllegalStateException expected) {
            assertThat(expected).hasMessage("a defect");
        }

        // When
        handOver.hand(10, () -> {});

        // Then
        assertThat(waiting).hasSize(1);
    }

    @Test
    void takesWhatIsLargerThanEverythingAlone() {
        // Given
        List<String> done = new ArrayList<>();

        // When
        handOver.hand(99, () -> done.add("large"));
        waiting.remove().run();
        handOver.hand(10, () -> done.add("small"));
        waiting.remove().run();

        // Then
        assertThat(done).containsExactly("large", "small");
    }
}
