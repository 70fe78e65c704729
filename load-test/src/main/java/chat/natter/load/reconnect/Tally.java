package chat.natter.load.reconnect;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** What all devices have seen. Counts only while it is measured. */
final class Tally {
    private static final int DIGITS = 3;
    private static final long NANOS_PER_MICRO = 1_000;

    final Histogram helloToWelcome = new ConcurrentHistogram(DIGITS);
    final Histogram connectToWelcome = new ConcurrentHistogram(DIGITS);
    final AtomicLong failures = new AtomicLong();
    final Map<Integer, Long> closes = new ConcurrentHashMap<>();
    private volatile boolean measuring;
    private volatile boolean over;

    void measure() {
        measuring = true;
    }

    void end() {
        over = true;
    }

    boolean isOver() {
        return over;
    }

    void welcomed(long nanosSinceHello, long nanosSinceConnect) {
        if (measuring && !over) {
            helloToWelcome.recordValue(nanosSinceHello / NANOS_PER_MICRO);
            connectToWelcome.recordValue(nanosSinceConnect / NANOS_PER_MICRO);
        }
    }

    /** The gateway closed for a reason of the protocol. */
    void refused(int code) {
        closes.merge(code, 1L, Long::sum);
    }

    void failed() {
        failures.incrementAndGet();
    }
}
