package chat.natter.load.group;

import chat.natter.load.process.ProcessUsage;
import chat.natter.load.scenario.ScenarioResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What came of a run.
 *
 * @param copies that members got while it was measured
 * @param faults copies that came out of order or behind a gap
 */
record GroupResult(
        int members,
        double seconds,
        long copies,
        Map<String, ProcessUsage> before,
        Map<String, ProcessUsage> after,
        long faults)
        implements ScenarioResult {
    GroupResult {
        before = Map.copyOf(before);
        after = Map.copyOf(after);
    }

    @Override
    public boolean isFaultless() {
        return faults == 0 && copies > 0;
    }

    @Override
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(line("group of %d: %d copies in %.1f s: %.0f copies/s", members, copies, seconds, copies / seconds));
        long total = 0;
        for (Map.Entry<String, Long> part : cpuMillis().entrySet()) {
            total += part.getValue();
            lines.add(line("  %-12s %8.4f ms CPU per copy", part.getKey(), perCopy(part.getValue())));
        }
        lines.add(line("  %-12s %8.4f ms CPU per copy", "all", perCopy(total)));
        lines.add(faults == 0 ? "no faults: each once and in order" : faults + " FAULTS");
        return lines;
    }

    @Override
    public Map<String, Object> asMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("members", members);
        map.put("seconds", seconds);
        map.put("copies", copies);
        map.put("perSecond", copies / seconds);
        map.put("cpuMillis", cpuMillis());
        map.put("faults", faults);
        return map;
    }

    private double perCopy(long millis) {
        return millis / (double) Math.max(1, copies);
    }

    private Map<String, Long> cpuMillis() {
        Map<String, Long> cpu = new LinkedHashMap<>();
        after.forEach((name, usage) -> {
            ProcessUsage earlier = before.get(name);
            if (earlier != null) {
                cpu.put(name, usage.cpuMillisSince(earlier));
            }
        });
        return cpu;
    }

    private static String line(String format, Object... arguments) {
        return String.format(Locale.ROOT, format, arguments);
    }
}
