package chat.natter.media.upload;

import chat.natter.contract.Problem;
import chat.natter.media.problem.Refusal;
import jakarta.inject.Singleton;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Bounds how many uploads are verified at once: hashing takes a core, and a hundred at once would all be late. */
@Singleton
final class TakeTurns {
    private final UploadConfig config;
    private final Semaphore turns;

    TakeTurns(UploadConfig config) {
        this.config = config;
        this.turns = new Semaphore(config.concurrentVerifications(), true);
    }

    <T> T run(Supplier<T> verification) {
        if (!await()) {
            throw new Refusal(Problem.UNAVAILABLE, "Too many uploads are being verified. Complete it again.");
        }
        try {
            return verification.get();
        } finally {
            turns.release();
        }
    }

    private boolean await() {
        try {
            return turns.tryAcquire(config.patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
