package chat.natter.load.ledger;

import java.time.Duration;
import java.util.List;

/** Judges again and again until all is well, or patience is over: what is still under way counts as lost until then. */
public final class SettleDeliveries {
    private static final long LOOK_MILLIS = 500;

    private SettleDeliveries() {}

    /** The faults that remain. */
    public static List<Fault> within(Duration patience, DeliveryLedger ledger) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        List<Fault> faults = JudgeDeliveries.judge(ledger);
        while (!faults.isEmpty() && System.nanoTime() < deadline) {
            Thread.sleep(LOOK_MILLIS);
            faults = JudgeDeliveries.judge(ledger);
        }
        return faults;
    }
}
