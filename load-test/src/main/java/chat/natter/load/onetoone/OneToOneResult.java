package chat.natter.load.onetoone;

import chat.natter.load.ledger.Fault;
import chat.natter.load.process.ProcessUsage;
import chat.natter.load.scenario.ScenarioResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** What came of a run. */
public final class OneToOneResult implements ScenarioResult {
    private static final double MICROS_PER_MILLI = 1_000;
    private static final int SHOWN_FAULTS = 10;

    private final double seconds;
    private final Measurements measurements;
    private final Map<String, Long> cpuMillis;
    private final Map<String, ProcessUsage> usage;
    private final List<Fault> faults;

    OneToOneResult(
            double seconds,
            Measurements measurements,
            Map<String, Long> cpuMillis,
            Map<String, ProcessUsage> usage,
            List<Fault> faults) {
        this.seconds = seconds;
        this.measurements = measurements;
        this.cpuMillis = cpuMillis;
        this.usage = usage;
        this.faults = faults;
    }

    @Override
    public boolean isFaultless() {
        return faults.isEmpty();
    }

    @Override
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        long count = measurements.deliveries.sum();
        lines.add(line("%d messages delivered in %.1f s: %.0f/s", count, seconds, count / seconds));
        lines.add(latency("sent", measurements.sent));
        lines.add(latency("delivered", measurements.delivered));
        long total = 0;
        for (Map.Entry<String, Long> part : cpuMillis.entrySet()) {
            total += part.getValue();
            ProcessUsage used = usage.get(part.getKey());
            lines.add(line(
                    "  %-12s %8.3f ms CPU per message %6d MiB",
                    part.getKey(), part.getValue() / (double) Math.max(1, count), used == null ? 0 : used.rssMiB()));
        }
        lines.add(line("  %-12s %8.3f ms CPU per message", "all", total / (double) Math.max(1, count)));
        lines.add(faults.isEmpty() ? "no faults: each once, in order, unchanged" : faults.size() + " FAULTS");
        faults.stream().limit(SHOWN_FAULTS).forEach(fault -> lines.add("  " + fault));
        return lines;
    }

    @Override
    public Map<String, Object> asMap() {
        long count = measurements.deliveries.sum();
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("seconds", seconds);
        map.put("delivered", count);
        map.put("perSecond", count / seconds);
        map.put("sentMillis", percentiles(measurements.sent));
        map.put("deliveredMillis", percentiles(measurements.delivered));
        map.put("deliveredMillisBySecond", overTime());
        map.put("cpuMillis", cpuMillis);
        map.put("faults", faults.size());
        return map;
    }

    /** How delivery went in each window of time, by the second at which it begins. */
    private Map<Long, Map<String, Double>> overTime() {
        Map<Long, Map<String, Double>> windows = new LinkedHashMap<>();
        measurements.overTime.forEach((second, window) -> windows.put(second, percentiles(window)));
        return windows;
    }

    private static Map<String, Double> percentiles(Histogram histogram) {
        Map<String, Double> percentiles = new LinkedHashMap<>();
        percentiles.put("p50", histogram.getValueAtPercentile(50) / MICROS_PER_MILLI);
        percentiles.put("p99", histogram.getValueAtPercentile(99) / MICROS_PER_MILLI);
        percentiles.put("p99.9", histogram.getValueAtPercentile(99.9) / MICROS_PER_MILLI);
        percentiles.put("max", histogram.getMaxValue() / MICROS_PER_MILLI);
        return percentiles;
    }

    private static String latency(String what, Histogram histogram) {
        StringBuilder text = new StringBuilder(line("%-10s", what));
        percentiles(histogram).forEach((name, millis) -> text.append(line("  %s %.1f ms", name, millis)));
        return text.toString();
    }

    private static String line(String format, Object... arguments) {
        return String.format(Locale.ROOT, format, arguments);
    }
}
