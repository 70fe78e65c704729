package chat.natter.load.scenario;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for what has to happen in a run; what does not happen in time is a fault of the run, which goes on. */
public final class AwaitOrFault {
    private static final long LOOK_MILLIS = 20;

    private final Findings result;
    private final Duration patience;

    public AwaitOrFault(Findings result, Duration patience) {
        this.result = result;
        this.patience = patience;
    }

    public void until(String what, BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                result.fault("waited in vain for " + what);
                return;
            }
            Thread.sleep(LOOK_MILLIS);
        }
    }
}
