package chat.natter.load.ledger;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** Judges again and again until all is well, or patience is over: what is still under way counts as lost until then. */
public final class SettleDeliveries {
    private static final Duration PAUSE = Duration.ofMillis(500);

    private SettleDeliveries() {}

    /** The faults that remain of what the ledger knows. */
    public static List<Fault> within(Duration patience, DeliveryLedger ledger) throws InterruptedException {
        return within(patience, PAUSE, () -> JudgeDeliveries.judge(ledger));
    }

    /**
     * The faults that remain.
     *
     * @param pause between two judgements
     */
    public static List<Fault> within(Duration patience, Duration pause, Supplier<List<Fault>> judge)
            throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        List<Fault> faults = judge.get();
        while (!faults.isEmpty() && System.nanoTime() < deadline) {
            Thread.sleep(pause.toMillis());
            faults = judge.get();
        }
        return faults;
    }
}
