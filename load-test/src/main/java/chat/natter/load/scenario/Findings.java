package chat.natter.load.scenario;

import chat.natter.load.measure.CountOverTime;
import chat.natter.load.measure.Figure;
import chat.natter.load.measure.Latency;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Figures with names, and faults; times in milliseconds, in the order in which things happened. */
public final class Findings implements ScenarioResult {
    private final Map<String, Object> figures = new LinkedHashMap<>();
    private final List<Latency> latencies = new ArrayList<>();
    private final List<CountOverTime> counts = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();

    private final String faultless;

    /**
     * Nothing found yet.
     *
     * @param faultless what it means that there is no fault
     */
    public Findings(String faultless) {
        this.faultless = faultless;
    }

    public void put(String name, Object figure) {
        figures.put(name, figure);
    }

    /** The time since then, of {@link System#nanoTime}. */
    public void putMillisSince(String name, long began) {
        put(name, (System.nanoTime() - began) / 1_000_000);
    }

    /** Percentiles, and curves in a report. */
    public void put(String name, Latency latency) {
        put(name, latency.percentiles());
        latencies.add(latency);
    }

    /** Counts by the second, and a curve in a report. */
    public void put(String name, CountOverTime count) {
        put(name, count.perSecond());
        counts.add(count);
    }

    public void fault(String what) {
        faults.add(what);
    }

    @Override
    public boolean isFaultless() {
        return faults.isEmpty();
    }

    @Override
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        figures.forEach((name, figure) -> lines.add(name + ": " + figure));
        lines.add(faults.isEmpty() ? "no faults: " + faultless : "FAULTS: " + faults);
        return lines;
    }

    @Override
    public Map<String, Object> asMap() {
        Map<String, Object> map = new LinkedHashMap<>(figures);
        map.put("faults", faults);
        return map;
    }

    @Override
    public List<Figure> headlines() {
        List<Figure> headlines = new ArrayList<>();
        figures.forEach((name, figure) -> {
            if (figure instanceof Number number) {
                headlines.add(Figure.named(name, number));
            }
        });
        latencies.forEach(latency -> {
            headlines.add(Figure.of(latency.percentile(50), "ms", latency.what() + ", p50"));
            headlines.add(Figure.of(latency.percentile(99), "ms", latency.what() + ", p99"));
        });
        return headlines;
    }

    @Override
    public List<Latency> latencies() {
        return List.copyOf(latencies);
    }

    @Override
    public List<CountOverTime> counts() {
        return List.copyOf(counts);
    }
}
