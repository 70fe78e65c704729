package chat.natter.load.reconnect;

import chat.natter.load.scenario.ScenarioResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** What came of a run; a device that was turned away, or a connection that failed, is a fault. */
record ReconnectResult(double seconds, Tally tally, Map<String, Long> cpuMillis) implements ScenarioResult {
    private static final double MICROS_PER_MILLI = 1_000;

    @Override
    public boolean isFaultless() {
        return tally.failures.get() == 0 && tally.closes.isEmpty();
    }

    @Override
    public List<String> lines() {
        long count = count();
        List<String> lines = new ArrayList<>();
        lines.add(line("%d reconnects by ticket in %.1f s: %.0f/s", count, seconds, count / seconds));
        lines.add(latency("hello to welcome", tally.helloToWelcome));
        lines.add(latency("connect to welcome", tally.connectToWelcome));
        cpuMillis.forEach((name, millis) ->
                lines.add(line("  %-12s %8.3f ms CPU per reconnect", name, millis / (double) Math.max(1, count))));
        lines.add(line("%d connections failed, closed by code: %s", tally.failures.get(), tally.closes));
        return lines;
    }

    @Override
    public Map<String, Object> asMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("seconds", seconds);
        map.put("reconnects", count());
        map.put("perSecond", count() / seconds);
        map.put("helloToWelcomeMillis", percentiles(tally.helloToWelcome));
        map.put("connectToWelcomeMillis", percentiles(tally.connectToWelcome));
        map.put("cpuMillis", cpuMillis);
        map.put("failures", tally.failures.get());
        return map;
    }

    private long count() {
        return tally.helloToWelcome.getTotalCount();
    }

    private static Map<String, Double> percentiles(Histogram histogram) {
        Map<String, Double> percentiles = new LinkedHashMap<>();
        percentiles.put("p50", histogram.getValueAtPercentile(50) / MICROS_PER_MILLI);
        percentiles.put("p99", histogram.getValueAtPercentile(99) / MICROS_PER_MILLI);
        percentiles.put("max", histogram.getMaxValue() / MICROS_PER_MILLI);
        return percentiles;
    }

    private static String latency(String what, Histogram histogram) {
        StringBuilder text = new StringBuilder(line("%-20s", what));
        percentiles(histogram).forEach((name, millis) -> text.append(line("  %s %.1f ms", name, millis)));
        return text.toString();
    }

    private static String line(String format, Object... arguments) {
        return String.format(Locale.ROOT, format, arguments);
    }
}
