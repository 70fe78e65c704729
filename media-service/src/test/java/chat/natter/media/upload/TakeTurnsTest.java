package chat.natter.media.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import chat.natter.contract.Problem;
import chat.natter.media.problem.Refusal;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class TakeTurnsTest {
    @Test
    void whoWaitsTooLongIsToldToComeAgain() throws Exception {
        // Given
        TakeTurns turns = new TakeTurns(new SomeUploadConfig(Duration.ofHours(1), 1, Duration.ofMillis(50)));
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<String> slow = new CompletableFuture<>();
        CompletableFuture<String> first = CompletableFuture.supplyAsync(() -> turns.run(() -> {
            begun.countDown();
            return slow.join();
        }));
        begun.await();

        // Then
        assertThatThrownBy(() -> turns.run(() -> "second"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.problem()).isEqualTo(Problem.UNAVAILABLE));

        // When
        slow.complete("first");

        // Then
        assertThat(first.join()).isEqualTo("first");
        await().untilAsserted(() -> assertThat(turns.run(() -> "third")).isEqualTo("third"));
    }

    @Test
    void aFailureGivesItsTurnBack() {
        TakeTurns turns = new TakeTurns(new SomeUploadConfig(Duration.ofHours(1), 1, Duration.ofMillis(50)));

        assertThatThrownBy(() -> turns.run(() -> {
                    throw new IllegalStateException("broken");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(turns.run(() -> "next")).isEqualTo("next");
    }
}
