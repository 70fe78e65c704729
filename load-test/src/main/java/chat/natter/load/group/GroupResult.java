package chat.natter.load.group;

import chat.natter.load.measure.Figure;
import chat.natter.load.measure.Latency;
import chat.natter.load.scenario.ScenarioResult;
import chat.natter.load.stack.StackUse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What came of a run.
 *
 * @param copies that members got while it was measured
 * @param delivered from the sending of a message to each of its copies
 * @param faults copies that came out of order or behind a gap
 */
record GroupResult(int members, double seconds, long copies, Latency delivered, StackUse use, long faults)
        implements ScenarioResult {
    @Override
    public boolean isFaultless() {
        return faults == 0 && copies > 0;
    }

    @Override
    public List<String> lines() {
        return List.of(
                String.format(
                        Locale.ROOT,
                        "group of %d: %d copies in %.1f s: %.0f copies/s",
                        members,
                        copies,
                        seconds,
                        perSecond()),
                delivered.line(),
                faults == 0 ? "no faults: each once and in order" : faults + " FAULTS");
    }

    @Override
    public Map<String, Object> asMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("members", members);
        map.put("seconds", seconds);
        map.put("copies", copies);
        map.put("perSecond", perSecond());
        map.put("deliveredMillis", delivered.percentiles());
        map.put("faults", faults);
        return map;
    }

    @Override
    public List<Figure> headlines() {
        return List.of(
                Figure.of(members, "", "members, all online"),
                Figure.of(perSecond(), "/s", "copies delivered"),
                Figure.of(delivered.percentile(50), "ms", "until delivered, p50"),
                Figure.of(delivered.percentile(99), "ms", "until delivered, p99"),
                Figure.of(use.perOne(use.cpuMillisInAll()), "ms", "CPU per copy, all parts"),
                Figure.of(faults, "", "faults"));
    }

    @Override
    public List<Latency> latencies() {
        return List.of(delivered);
    }

    private double perSecond() {
        return copies / seconds;
    }
}
