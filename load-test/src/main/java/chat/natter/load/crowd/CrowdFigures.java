package chat.natter.load.crowd;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** What all sockets count together. */
public final class CrowdFigures {
    public final LongAdder presences = new LongAdder();
    public final LongAdder failures = new LongAdder();
    /** Sockets that the other side closed without having asked first. */
    public final LongAdder unwanted = new LongAdder();

    private final Map<Long, LongAdder> welcomes = new ConcurrentHashMap<>();
    private volatile long began = System.nanoTime();

    /** Seconds count from now on. */
    public void begin() {
        began = System.nanoTime();
        welcomes.clear();
    }

    void welcomed() {
        long second = (System.nanoTime() - began) / 1_000_000_000;
        welcomes.computeIfAbsent(second, first -> new LongAdder()).increment();
    }

    /** How many were welcomed in each second. */
    public SortedMap<Long, Long> welcomesPerSecond() {
        SortedMap<Long, Long> counts = new TreeMap<>();
        welcomes.forEach((second, count) -> counts.put(second, count.sum()));
        return counts;
    }
}
