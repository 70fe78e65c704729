package chat.natter.load.compare.trial;

import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** Times since messages were due, of what happens between {@link #begin} and {@link #end}; in microseconds. */
final class Timing {
    private static final long MOST_MICROS = 120_000_000;
    private static final int DIGITS = 3;
    private static final double MICROS_PER_MILLI = 1_000;
    private static final long NANOS_PER_MICRO = 1_000;

    private final Histogram accepted = new ConcurrentHistogram(MOST_MICROS, DIGITS);
    private final Histogram delivered = new ConcurrentHistogram(MOST_MICROS, DIGITS);
    private final LongAdder deliveries = new LongAdder();
    private volatile boolean on;

    void begin() {
        on = true;
    }

    void end() {
        on = false;
    }

    void accepted(long due) {
        if (on) {
            accepted.recordValue(micros(due));
        }
    }

    void delivered(long due) {
        if (on) {
            delivered.recordValue(micros(due));
            deliveries.increment();
        }
    }

    long deliveries() {
        return deliveries.sum();
    }

    /** Puts p50, p99 and p99.9 of delivery and p99 of acceptance, in milliseconds. */
    void putPercentiles(Map<String, Double> figures) {
        figures.put("p50 ms", delivered.getValueAtPercentile(50) / MICROS_PER_MILLI);
        figures.put("p99 ms", delivered.getValueAtPercentile(99) / MICROS_PER_MILLI);
        figures.put("p99.9 ms", delivered.getValueAtPercentile(99.9) / MICROS_PER_MILLI);
        figures.put("accepted p99 ms", accepted.getValueAtPercentile(99) / MICROS_PER_MILLI);
    }

    private static long micros(long due) {
        return Math.max(0, Math.min(MOST_MICROS, (System.nanoTime() - due) / NANOS_PER_MICRO));
    }
}
