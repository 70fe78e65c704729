package chat.natter.stack.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.natter.stack.report.StackFailure;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
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
