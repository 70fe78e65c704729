package chat.natter.load.compare.trial;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for what a server does. */
final class Await {
    private static final long LOOK_MILLIS = 2;

    private Await() {}

    /** Throws {@link IllegalStateException} if it does not happen in time, or something else goes wrong first. */
    static void until(Duration within, BooleanSupplier condition, Failures failures, String missing)
            throws InterruptedException {
        long deadline = System.nanoTime() + within.toNanos();
        while (!condition.getAsBoolean()) {
            String failure = failures.first();
            if (failure != null) {
                throw new IllegalStateException(missing + ": " + failure);
            }
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(missing + " within " + within.toSeconds() + " s");
            }
            Thread.sleep(LOOK_MILLIS);
        }
    }
}
