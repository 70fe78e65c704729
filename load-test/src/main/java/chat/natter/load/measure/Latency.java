package chat.natter.load.measure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;

/**
 * How long one kind of thing took, of all that happened between {@link #begin} and {@link #end}: as a whole, and by the
 * second in which it was over. Takes microseconds, tells milliseconds. Thread-safe while it is recorded; to be read
 * afterwards.
 */
public final class Latency {
    private static final long MOST_MICROS = 3_600_000_000L;
    private static final int DIGITS = 3;
    private static final int DIGITS_OF_A_SECOND = 2;
    private static final int STEPS_PER_HALVING = 5;
    private static final double MICROS_PER_MILLI = 1_000;
    private static final long NANOS_PER_MICRO = 1_000;
    private static final long NANOS_PER_SECOND = 1_000_000_000;

    private final String what;
    private final Histogram all;
    private final SortedMap<Long, Histogram> seconds;
    private volatile boolean on;
    private volatile long began;

    /**
     * Nothing measured yet.
     *
     * @param what takes the time, as a reader of the result calls it
     */
    public Latency(String what) {
        this(what, new ConcurrentHistogram(MOST_MICROS, DIGITS), new ConcurrentSkipListMap<>());
    }

    private Latency(String what, Histogram all, SortedMap<Long, Histogram> seconds) {
        this.what = what;
        this.all = all;
        this.seconds = seconds;
    }

    /** The same under another name, where a result has several of the kind. */
    public Latency as(String other) {
        return new Latency(other, all, seconds);
    }

    /**
     * One point of the distribution.
     *
     * @param percentile 0 to 100, of all that took at most so long
     */
    public record Step(double percentile, double millis) {}

    public String what() {
        return what;
    }

    /** What is over from now on counts, and seconds are counted from now. */
    public void begin() {
        began = System.nanoTime();
        on = true;
    }

    public void end() {
        on = false;
    }

    /** Something is over that began, or was due, at that {@link System#nanoTime}. */
    public void since(long nanos) {
        micros((System.nanoTime() - nanos) / NANOS_PER_MICRO);
    }

    /** Something is over that took so long; below 0, where two clocks differ, is 0. */
    public void micros(long micros) {
        if (on) {
            record(secondsSoFar(), micros);
        }
    }

    void record(long second, long micros) {
        long bounded = Math.max(0, Math.min(MOST_MICROS, micros));
        all.recordValue(bounded);
        seconds.computeIfAbsent(second, first -> new ConcurrentHistogram(DIGITS_OF_A_SECOND))
                .recordValue(bounded);
    }

    private long secondsSoFar() {
        return (System.nanoTime() - began) / NANOS_PER_SECOND;
    }

    public long count() {
        return all.getTotalCount();
    }

    /** In milliseconds. */
    public double percentile(double percentile) {
        return all.getValueAtPercentile(percentile) / MICROS_PER_MILLI;
    }

    /** p50, p99, p99.9 and max, in milliseconds. */
    public Map<String, Double> percentiles() {
        return percentiles(all);
    }

    /** The same for each window of time, by the second at which it begins; as many windows as asked for, or fewer. */
    public SortedMap<Long, Map<String, Double>> overTime(int most) {
        SortedMap<Long, Map<String, Double>> told = new TreeMap<>();
        windows(most).forEach((second, histogram) -> told.put(second, percentiles(histogram)));
        return told;
    }

    private SortedMap<Long, Histogram> windows(int most) {
        SortedMap<Long, Histogram> windows = new TreeMap<>();
        if (!seconds.isEmpty()) {
            long width = seconds.lastKey() / most + 1;
            seconds.forEach((second, histogram) -> windows.computeIfAbsent(
                            second / width * width, first -> new Histogram(DIGITS_OF_A_SECOND))
                    .add(histogram));
        }
        return windows;
    }

    /** The whole distribution, in steps that grow finer towards 100%; the last one is the longest of all. */
    public List<Step> curve() {
        List<Step> steps = new ArrayList<>();
        for (HistogramIterationValue value : all.percentiles(STEPS_PER_HALVING)) {
            steps.add(new Step(value.getPercentileLevelIteratedTo(), value.getValueIteratedTo() / MICROS_PER_MILLI));
        }
        return steps;
    }

    /** For a person. */
    public String line() {
        StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "%-20s", what));
        percentiles().forEach((name, millis) -> text.append(String.format(Locale.ROOT, "  %s %.1f ms", name, millis)));
        return text.toString();
    }

    private static Map<String, Double> percentiles(Histogram histogram) {
        Map<String, Double> percentiles = new LinkedHashMap<>();
        percentiles.put("p50", histogram.getValueAtPercentile(50) / MICROS_PER_MILLI);
        percentiles.put("p99", histogram.getValueAtPercentile(99) / MICROS_PER_MILLI);
        percentiles.put("p99.9", histogram.getValueAtPercentile(99.9) / MICROS_PER_MILLI);
        percentiles.put("max", histogram.getMaxValue() / MICROS_PER_MILLI);
        return percentiles;
    }
}
