package chat.natter.stack.process;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for a condition of the outside world that nobody announces. */
final class Patience {
    private Patience() {}

    /** Whether the condition came true in time. An interrupt ends the waiting, and stays set. */
    static boolean until(BooleanSupplier condition, Duration patience, Duration interval) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline || Thread.currentThread().isInterrupted()) {
                return false;
            }
            try {
                Thread.sleep(interval.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return condition.getAsBoolean();
            }
        }
        return true;
    }
}
