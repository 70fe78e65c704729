package chat.natter.stack.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.natter.stack.report.StackFailure;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class RunStepsTest {
    private final ConcurrentLinkedQueue<String> done = new ConcurrentLinkedQueue<>();

    @Test
    void doesAStepOnceWhatItNeedsIsDone() {
        // When
        RunSteps.run(List.of(
                step("kafka", Set.of()), step("topics", Set.of("kafka")), step("gateway", Set.of("topics", "kafka"))));
        // Then
        assertThat(done).containsExactly("kafka", "topics", "gateway");
    }

    @Test
    void doesIndependentStepsSideBySide() {
        // Given
        CountDownLatch both = new CountDownLatch(2);
        Runnable meet = () -> {
            both.countDown();
            assertThat(meets(both)).isTrue();
        };
        // Then
        RunSteps.run(List.of(new Step("a", Set.of(), meet), new Step("b", Set.of(), meet)));
    }

    @Test
    void endsEverythingAtTheFirstFailure() {
        // Given
        AtomicBoolean interrupted = new AtomicBoolean();
        CountDownLatch waiting = new CountDownLatch(1);
        Step slow = new Step("slow", Set.of(), () -> {
            waiting.countDown();
            interrupted.set(!meets(new CountDownLatch(1)) && Thread.interrupted());
        });
        Step broken = new Step("broken", Set.of(), () -> {
            assertThat(meets(waiting)).isTrue();
            throw new StackFailure("kafka died");
        });
        // Then
        assertThatThrownBy(() -> RunSteps.run(List.of(slow, broken, step("later", Set.of("broken")))))
                .isInstanceOf(StackFailure.class)
                .hasMessage("kafka died");
        assertThat(done).isEmpty();
        assertThat(interrupted).isTrue();
    }

    @Test
    void tellsTheFailureAlsoWhenAnotherStepDoesNotEnd() throws Exception {
        // Given
        CountDownLatch released = new CountDownLatch(1);
        CountDownLatch waiting = new CountDownLatch(1);
        Step deaf = new Step("deaf", Set.of(), () -> {
            waiting.countDown();
            while (!meets(released)) {
                Thread.interrupted();
            }
            done.add("deaf");
        });
        Step broken = new Step("broken", Set.of(), () -> {
            assertThat(meets(waiting)).isTrue();
            throw new StackFailure("kafka died");
        });
        // Then
        assertThatThrownBy(() ->
                        RunSteps.run(List.of(deaf, broken, step("later", Set.of("deaf"))), Duration.ofMillis(50)))
                .hasMessage("kafka died")
                .satisfies(failure -> assertThat(failure.getSuppressed())
                        .singleElement()
                        .asString()
                        .endsWith("interrupted: deaf"));
        // When
        released.countDown();
        // Then
        Awaitility.await().untilAsserted(() -> assertThat(done).containsExactly("deaf"));
    }

    private Step step(String name, Set<String> needs) {
        return new Step(name, needs, () -> done.add(name));
    }

    private static boolean meets(CountDownLatch latch) {
        try {
            return latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
