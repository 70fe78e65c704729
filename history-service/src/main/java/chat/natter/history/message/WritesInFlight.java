package chat.natter.history.message;

import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Starts asynchronous writes, at most so many at once. After the first failure it starts no more. */
public final class WritesInFlight {
    private final int limit;
    private final Semaphore free;
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    public WritesInFlight(int limit) {
        this.limit = limit;
        this.free = new Semaphore(limit);
    }

    /** Waits for a free place. */
    public void start(Supplier<CompletionStage<?>> write) {
        free.acquireUninterruptibly();
        if (failure.get() != null) {
            free.release();
            return;
        }
        write.get().whenComplete((result, error) -> {
            if (error != null) {
                failure.compareAndSet(null, error);
            }
            free.release();
        });
    }

    /** Waits until nothing is in flight; throws what went wrong first. */
    public void await() {
        free.acquireUninterruptibly(limit);
        free.release(limit);
        Throwable error = failure.get();
        if (error != null) {
            throw new StoreUnavailable(error);
        }
    }
}
