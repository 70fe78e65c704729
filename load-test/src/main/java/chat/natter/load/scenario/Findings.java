package chat.natter.load.scenario;

import chat.natter.load.process.ProcessUsage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Figures with names, and faults; times in milliseconds, in the order in which things happened. */
public final class Findings implements ScenarioResult {
    private final Map<String, Object> figures = new LinkedHashMap<>();
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

    public void fault(String what) {
        faults.add(what);
    }

    /** What the processes have used between two readings, and hold now. */
    public void putUsage(String name, Map<String, ProcessUsage> before, Map<String, ProcessUsage> after) {
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
        lines.add(faults.isEmpty() ? "no faults: " + faultless : "FAULTS: " + faults);
        return lines;
    }

    @Override
    public Map<String, Object> asMap() {
        Map<String, Object> map = new LinkedHashMap<>(figures);
        map.put("faults", faults);
        return map;
    }
}
