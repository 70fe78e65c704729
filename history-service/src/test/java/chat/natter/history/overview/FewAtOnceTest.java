package chat.natter.history.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FewAtOnceTest {
    private final FewAtOnce fewAtOnce = new FewAtOnce();

    @AfterEach
    void stop() {
        fewAtOnce.stop();
    }

    @Test
    void doesAFewAtOnceAndKeepsTheOrder() {
        // Given
        List<Integer> things = IntStream.range(0, 4 * FewAtOnce.FEW).boxed().toList();
        CyclicBarrier together = new CyclicBarrier(FewAtOnce.FEW);
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();

        // When
        List<Integer> done = fewAtOnce.map(things, thing -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            meet(together);
            now.decrementAndGet();
            return thing * 2;
        });

        // Then
        assertThat(done).isEqualTo(things.stream().map(thing -> thing * 2).toList());
        assertThat(most).hasValue(FewAtOnce.FEW);
    }

    @Test
    void throwsWhatOneOfThemHasThrown() {
        IllegalStateException failure = new IllegalStateException("the seventh");

        assertThatThrownBy(() -> fewAtOnce.map(List.of(1, 7, 9), thing -> {
                    if (thing == 7) {
                        throw failure;
                    }
                    return thing;
                }))
                .isSameAs(failure);
    }

    /** Nobody comes further until so many are there. */
    private static void meet(CyclicBarrier together) {
        try {
            together.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        } catch (BrokenBarrierException | TimeoutException e) {
            throw new AssertionError("not so many at once", e);
        }
    }
}
