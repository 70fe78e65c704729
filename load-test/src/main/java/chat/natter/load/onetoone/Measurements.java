package chat.natter.load.onetoone;

import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** What is measured while {@link #isOn}: from the moment at which a message was to be sent, in microseconds. */
final class Measurements {
    private static final long MAX_MICROS = 120_000_000;
    private static final int DIGITS = 3;
    private static final long NANOS_PER_MICRO = 1_000;

    final Histogram sent = new ConcurrentHistogram(MAX_MICROS, DIGITS);
    final Histogram delivered = new ConcurrentHistogram(MAX_MICROS, DIGITS);
    final LongAdder deliveries = new LongAdder();
    private volatile boolean on;

    void begin() {
        on = true;
    }

    void end() {
        on = false;
    }

    boolean isOn() {
        return on;
    }

    void sent(long sinceNanos) {
        if (on) {
            sent.recordValue(micros(sinceNanos));
        }
    }

    void delivered(long sinceNanos) {
        if (on) {
            delivered.recordValue(micros(sinceNanos));
            deliveries.increment();
        }
    }

    private static long micros(long sinceNanos) {
        return Math.min(MAX_MICROS, (System.nanoTime() - sinceNanos) / NANOS_PER_MICRO);
    }
}
