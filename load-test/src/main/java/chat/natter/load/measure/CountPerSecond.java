package chat.natter.load.measure;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts something by the second in which it happens. Thread-safe. */
public final class CountPerSecond {
    private static final long NANOS_PER_SECOND = 1_000_000_000;

    private final Map<Long, LongAdder> counts = new ConcurrentHashMap<>();
    private volatile long began = System.nanoTime();

    /** Seconds count from now on, and what was before is forgotten. */
    public void begin() {
        began = System.nanoTime();
        counts.clear();
    }

    public void happened() {
        long second = (System.nanoTime() - began) / NANOS_PER_SECOND;
        counts.computeIfAbsent(second, first -> new LongAdder()).increment();
    }

    public CountOverTime overTime(String what) {
        SortedMap<Long, Long> seconds = new TreeMap<>();
        counts.forEach((second, count) -> seconds.put(second, count.sum()));
        return new CountOverTime(what, seconds);
    }
}
