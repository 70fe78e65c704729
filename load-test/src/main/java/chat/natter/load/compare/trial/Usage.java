package chat.natter.load.compare.trial;

import chat.natter.load.process.ProcessUsage;
import chat.natter.load.process.StackProcesses;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a contender's processes use from one moment to another. */
final class Usage {
    private static final double MICROS_PER_MILLI = 1_000;

    private final StackProcesses processes;
    private final Map<String, ProcessUsage> before;
    private Map<String, ProcessUsage> after;

    private Usage(Contender contender) {
        this.processes = new StackProcesses(contender.processes());
        this.before = processes.usage();
        this.after = before;
    }

    static Usage begin(Contender contender) {
        return new Usage(contender);
    }

    void end() {
        after = processes.usage();
    }

    Map<String, Double> cpuMicrosPer(long messages) {
        Map<String, Double> cpu = new LinkedHashMap<>();
        after.forEach((name, now) -> {
            ProcessUsage earlier = before.get(name);
            if (earlier != null) {
                cpu.put(name, now.cpuMillisSince(earlier) * MICROS_PER_MILLI / Math.max(1, messages));
            }
        });
        return cpu;
    }

    Map<String, Long> rssMiB() {
        Map<String, Long> rss = new LinkedHashMap<>();
        after.forEach((name, now) -> rss.put(name, now.rssMiB()));
        return rss;
    }

    /** How much more memory all of them together hold, in KiB. */
    long grownKiB() {
        return 1024 * (sum(after) - sum(before));
    }

    private static long sum(Map<String, ProcessUsage> usage) {
        return usage.values().stream().mapToLong(ProcessUsage::rssMiB).sum();
    }
}
