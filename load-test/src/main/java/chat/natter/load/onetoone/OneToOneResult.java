package chat.natter.load.onetoone;

import chat.natter.load.ledger.Fault;
import chat.natter.load.measure.Figure;
import chat.natter.load.measure.Latency;
import chat.natter.load.scenario.ScenarioResult;
import chat.natter.load.stack.StackUse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What came of a run. */
public final class OneToOneResult implements ScenarioResult {
    private static final int MOST_WINDOWS = 10_000;
    private static final int SHOWN_FAULTS = 10;

    private final Measurements measurements;
    private final double seconds;
    private final StackUse use;
    private final List<Fault> faults;

    OneToOneResult(double seconds, Measurements measurements, StackUse use, List<Fault> faults) {
        this.seconds = seconds;
        this.measurements = measurements;
        this.use = use;
        this.faults = List.copyOf(faults);
    }

    @Override
    public boolean isFaultless() {
        return faults.isEmpty();
    }

    @Override
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(Locale.ROOT, "%d messages delivered in %.1f s: %.0f/s", count(), seconds, perSecond()));
        lines.add(measurements.sent.line());
        lines.add(measurements.delivered.line());
        lines.add(faults.isEmpty() ? "no faults: each once, in order, unchanged" : faults.size() + " FAULTS");
        faults.stream().limit(SHOWN_FAULTS).forEach(fault -> lines.add("  " + fault));
        return lines;
    }

    @Override
    public Map<String, Object> asMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("seconds", seconds);
        map.put("delivered", count());
        map.put("perSecond", perSecond());
        map.put("sentMillis", measurements.sent.percentiles());
        map.put("deliveredMillis", measurements.delivered.percentiles());
        map.put("deliveredMillisBySecond", measurements.delivered.overTime(MOST_WINDOWS));
        map.put("faults", faults.size());
        return map;
    }

    @Override
    public List<Figure> headlines() {
        return List.of(
                Figure.of(perSecond(), "/s", "messages delivered"),
                Figure.of(measurements.delivered.percentile(50), "ms", "until delivered, p50"),
                Figure.of(measurements.delivered.percentile(99), "ms", "until delivered, p99"),
                Figure.of(measurements.sent.percentile(99), "ms", "until sent, p99"),
                Figure.of(use.perOne(use.cpuMillisInAll()), "ms", "CPU per message, all parts"),
                Figure.of(faults.size(), "", "faults"));
    }

    @Override
    public List<Latency> latencies() {
        return List.of(measurements.sent, measurements.delivered);
    }

    /** How long messages took to those whom they were for. */
    public Latency delivered() {
        return measurements.delivered;
    }

    private long count() {
        return measurements.delivered.count();
    }

    private double perSecond() {
        return count() / seconds;
    }
}
