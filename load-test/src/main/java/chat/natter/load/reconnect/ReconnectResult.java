package chat.natter.load.reconnect;

import chat.natter.load.measure.Figure;
import chat.natter.load.measure.Latency;
import chat.natter.load.scenario.ScenarioResult;
import chat.natter.load.stack.StackUse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What came of a run; a device that was turned away, or a connection that failed, is a fault. */
record ReconnectResult(double seconds, Tally tally, StackUse use) implements ScenarioResult {
    @Override
    public boolean isFaultless() {
        return tally.failures.get() == 0 && tally.closes.isEmpty();
    }

    @Override
    public List<String> lines() {
        return List.of(
                line("%d reconnects by ticket in %.1f s: %.0f/s", count(), seconds, perSecond()),
                tally.helloToWelcome.line(),
                tally.connectToWelcome.line(),
                line("%d connections failed, closed by code: %s", tally.failures.get(), tally.closes));
    }

    @Override
    public Map<String, Object> asMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("seconds", seconds);
        map.put("reconnects", count());
        map.put("perSecond", perSecond());
        map.put("helloToWelcomeMillis", tally.helloToWelcome.percentiles());
        map.put("connectToWelcomeMillis", tally.connectToWelcome.percentiles());
        map.put("failures", tally.failures.get());
        return map;
    }

    @Override
    public List<Figure> headlines() {
        return List.of(
                Figure.of(perSecond(), "/s", "reconnects by ticket"),
                Figure.of(tally.connectToWelcome.percentile(50), "ms", "connect to welcome, p50"),
                Figure.of(tally.connectToWelcome.percentile(99), "ms", "connect to welcome, p99"),
                Figure.of(use.perOne(use.cpuMillisInAll()), "ms", "CPU per reconnect, all parts"),
                Figure.of(tally.failures.get(), "", "connections failed"));
    }

    @Override
    public List<Latency> latencies() {
        return List.of(tally.helloToWelcome, tally.connectToWelcome);
    }

    private long count() {
        return tally.helloToWelcome.count();
    }

    private double perSecond() {
        return count() / seconds;
    }

    private static String line(String format, Object... arguments) {
        return String.format(Locale.ROOT, format, arguments);
    }
}
