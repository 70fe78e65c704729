package chat.natter.history.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WritesInFlightTest {
    @Test
    void neverStartsMoreThanItsLimit() {
        // Given
        WritesInFlight writes = new WritesInFlight(3);
        Queue<CompletableFuture<Void>> started = new ConcurrentLinkedQueue<>();

        // When
        CompletableFuture<Void> all = CompletableFuture.runAsync(() -> {
            IntStream.range(0, 10).forEach(i -> writes.start(() -> begin(started)));
            writes.await();
        });

        // Then
        int finished = 0;
        while (finished < 10) {
            int open = Math.min(3, 10 - finished);
            await().until(() -> started.size() == open);
            started.remove().complete(null);
            finished++;
        }
        await().until(all::isDone);
        assertThat(all).isCompleted();
    }

    @Test
    void reportsTheFirstFailureAndStartsNothingAfterIt() {
        // Given
        WritesInFlight writes = new WritesInFlight(3);
        IllegalStateException broken = new IllegalStateException("broken");

        // When
        writes.start(() -> CompletableFuture.failedFuture(broken));
        Queue<CompletableFuture<Void>> started = new ArrayDeque<>();
        writes.start(() -> begin(started));

        // Then
        assertThat(started).isEmpty();
        assertThatThrownBy(writes::await).isInstanceOf(StoreUnavailable.class).hasCause(broken);
    }

    private static CompletableFuture<Void> begin(Queue<CompletableFuture<Void>> started) {
        CompletableFuture<Void> future = new CompletableFuture<>();
        started.add(future);
        return future;
    }
}
