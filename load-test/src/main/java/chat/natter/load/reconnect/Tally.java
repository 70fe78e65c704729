package chat.natter.load.reconnect;

import chat.natter.load.measure.Latency;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** What all devices have seen. Counts only while it is measured. */
final class Tally {
    private static final long NANOS_PER_MICRO = 1_000;

    final Latency helloToWelcome = new Latency("hello to welcome");
    final Latency connectToWelcome = new Latency("connect to welcome");
    final AtomicLong failures = new AtomicLong();
    final Map<Integer, Long> closes = new ConcurrentHashMap<>();
    private volatile boolean over;

    void measure() {
        helloToWelcome.begin();
        connectToWelcome.begin();
    }

    void end() {
        over = true;
        helloToWelcome.end();
        connectToWelcome.end();
    }

    boolean isOver() {
        return over;
    }

    void welcomed(long nanosSinceHello, long nanosSinceConnect) {
        helloToWelcome.micros(nanosSinceHello / NANOS_PER_MICRO);
        connectToWelcome.micros(nanosSinceConnect / NANOS_PER_MICRO);
    }

    /** The gateway closed for a reason of the protocol. */
    void refused(int code) {
        closes.merge(code, 1L, Long::sum);
    }

    void failed() {
        failures.incrementAndGet();
    }
}
