package chat.natter.load.storm;

import chat.natter.load.process.ProcessUsage;
import chat.natter.load.scenario.ScenarioResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What came of a storm; times in milliseconds, in the order in which things happened. */
final class StormResult implements ScenarioResult {
    private final Map<String, Object> figures = new LinkedHashMap<>();
    private final List<String> faults = new ArrayList<>();

    void put(String name, Object figure) {
        figures.put(name, figure);
    }

    void fault(String what) {
        faults.add(what);
    }

    /** What the processes have used between two readings, and hold now. */
    void putUsage(String name, Map<String, ProcessUsage> before, Map<String, ProcessUsage> after) {
        Map<String, Object> usage = new LinkedHashMap<>();
        after.forEach((process, now) -> {
            ProcessUsage earlier = before.get(process);
            if (earlier != null) {
                usage.put(process, Map.of("cpuMillis", now.cpuMillisSince(earlier), "rssMiB", now.rssMiB()));
            }
        });
        figures.put(name, usage);
    }

    @Override
    public boolean isFaultless() {
        return faults.isEmpty();
    }

    @Override
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        figures.forEach((name, figure) -> lines.add(name + ": " + figure));
        lines.add(faults.isEmpty() ? "no faults: everybody came back, and all who watch know it" : "FAULTS: " + faults);
        return lines;
    }

    @Override
    public Map<String, Object> asMap() {
        Map<String, Object> map = new LinkedHashMap<>(figures);
        map.put("faults", faults);
        return map;
    }
}
