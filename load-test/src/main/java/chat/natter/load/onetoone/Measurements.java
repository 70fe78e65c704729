package chat.natter.load.onetoone;

import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** What is measured while {@link #isOn}: from the moment at which a message was to be sent, in microseconds. */
final class Measurements {
    private static final long MAX_MICROS = 120_000_000;
    private static final int DIGITS = 3;
    private static final int WINDOW_DIGITS = 2;
    private static final int WINDOW_SECONDS = 5;
    private static final long NANOS_PER_SECOND = 1_000_000_000;
    private static final long NANOS_PER_MICRO = 1_000;

    final Histogram sent = new ConcurrentHistogram(MAX_MICROS, DIGITS);
    final Histogram delivered = new ConcurrentHistogram(MAX_MICROS, DIGITS);
    /** Of deliveries, by the window of time in which they came. */
    final SortedMap<Long, Histogram> overTime = new ConcurrentSkipListMap<>();

    final LongAdder deliveries = new LongAdder();
    private volatile boolean on;
    private volatile long began;

    void begin() {
        began = System.nanoTime();
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
            long micros = micros(sinceNanos);
            delivered.recordValue(micros);
            window().recordValue(micros);
            deliveries.increment();
        }
    }

    private Histogram window() {
        long second = (System.nanoTime() - began) / NANOS_PER_SECOND / WINDOW_SECONDS * WINDOW_SECONDS;
        return overTime.computeIfAbsent(second, first -> new ConcurrentHistogram(MAX_MICROS, WINDOW_DIGITS));
    }

    private static long micros(long sinceNanos) {
        return Math.min(MAX_MICROS, (System.nanoTime() - sinceNanos) / NANOS_PER_MICRO);
    }
}
