package chat.natter.load.stack;

import java.util.stream.DoubleStream;

/**
 * What a JVM has paused for garbage.
 *
 * @param pauses how many
 * @param millis all of them together
 */
public record GarbageUse(long pauses, double millis) {
    private static final String COUNT = "jvm_gc_pause_seconds_count";
    private static final String SUM = "jvm_gc_pause_seconds_sum";
    private static final double MILLIS_PER_SECOND = 1_000;

    /**
     * Reads what Micrometer tells; a JVM that has not paused yet tells nothing of pauses.
     *
     * @see <a href="https://github.com/prometheus/docs/blob/main/docs/instrumenting/exposition_formats.md">the text
     *     format</a>
     */
    static GarbageUse parse(String metrics) {
        return new GarbageUse(
                Math.round(values(metrics, COUNT).sum()), values(metrics, SUM).sum() * MILLIS_PER_SECOND);
    }

    private static DoubleStream values(String metrics, String name) {
        return metrics.lines()
                .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)));
    }

    /** Since an earlier reading of the same JVM. */
    GarbageUse since(GarbageUse earlier) {
        return new GarbageUse(pauses - earlier.pauses, millis - earlier.millis);
    }

    /** A JVM counts from its start: one that has paused less is another one. */
    boolean isSameJvmAs(GarbageUse earlier) {
        return pauses >= earlier.pauses;
    }
}
