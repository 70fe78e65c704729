package chat.natter.load.stack;

import chat.natter.load.process.ProcessUsage;
import chat.natter.load.process.StackProcesses;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Looks again and again at processes, and less often at lag, on threads of its own. */
final class Looks {
    private static final long PROCESSES_MILLIS = 250;
    private static final long LAG_MILLIS = 3_000;
    /** A look that is under way ends within the patience of whoever is asked. */
    private static final long LAST_LOOK_SECONDS = 30;

    /** The kernel counts CPU in hundredths of a second: over less than a second that is coarse. */
    private static final double KEPT_EVERY_SECONDS = 1;

    private static final double NANOS_PER_SECOND = 1e9;
    private static final double MILLIS_PER_SECOND = 1_000;

    private final StackProcesses processes;
    private final @Nullable AskKafka kafka;
    private final List<ScheduledFuture<?>> planned = new ArrayList<>();
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(2, Looks::daemon);
    private final Map<String, Long> peaks = new ConcurrentHashMap<>();
    private final SortedMap<Double, Map<String, ProcessUsage>> usage = new ConcurrentSkipListMap<>();
    private final SortedMap<Double, Map<String, Long>> lag = new ConcurrentSkipListMap<>();
    private long began;
    private boolean over;

    Looks(StackProcesses processes, @Nullable AskKafka kafka) {
        this.processes = processes;
        this.kafka = kafka;
    }

    private static Thread daemon(Runnable look) {
        Thread thread = new Thread(look, "looks");
        thread.setDaemon(true);
        return thread;
    }

    void begin() {
        began = System.nanoTime();
        lookAtProcesses(true);
        planned.add(threads.scheduleAtFixedRate(
                () -> lookAtProcesses(false), PROCESSES_MILLIS, PROCESSES_MILLIS, TimeUnit.MILLISECONDS));
        if (kafka != null) {
            planned.add(threads.scheduleWithFixedDelay(this::lookAtLag, 0, LAG_MILLIS, TimeUnit.MILLISECONDS));
        }
    }

    /** The last look at processes. */
    void end() throws InterruptedException {
        lookAtProcesses(true);
        planned.forEach(look -> look.cancel(false));
        threads.shutdown();
        if (!threads.awaitTermination(LAST_LOOK_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("a look at the stack does not end within " + LAST_LOOK_SECONDS + " s");
        }
    }

    /** The last look at lag. */
    void endLag() {
        lookAtLag();
    }

    private double now() {
        return (System.nanoTime() - began) / NANOS_PER_SECOND;
    }

    private synchronized void lookAtProcesses(boolean firstOrLast) {
        if (over) {
            return;
        }
        over = firstOrLast && !usage.isEmpty();
        double moment = now();
        Map<String, ProcessUsage> used = processes.usage();
        used.forEach((name, one) -> peaks.merge(name, one.rssMiB(), Math::max));
        if (firstOrLast || moment - usage.lastKey() >= KEPT_EVERY_SECONDS) {
            usage.put(moment, used);
        }
    }

    private void lookAtLag() {
        if (kafka == null) {
            return;
        }
        double moment = now();
        try {
            lag.put(moment, kafka.lag());
        } catch (ExecutionException notKnown) {
            // While the broker is away there is nothing to be seen: the curve has a hole there.
            lag.remove(moment);
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    double seconds() {
        return usage.isEmpty() ? 0 : usage.lastKey();
    }

    SortedMap<Double, Map<String, Long>> lag() {
        return lag;
    }

    /** In cores, over about a second each. */
    SortedMap<Double, Map<String, Double>> cpu() {
        return cpu(usage);
    }

    static SortedMap<Double, Map<String, Double>> cpu(SortedMap<Double, Map<String, ProcessUsage>> usage) {
        SortedMap<Double, Map<String, Double>> cores = new TreeMap<>();
        double from = usage.isEmpty() ? 0 : usage.firstKey();
        for (Map.Entry<Double, Map<String, ProcessUsage>> look : usage.entrySet()) {
            double seconds = look.getKey() - from;
            if (seconds >= KEPT_EVERY_SECONDS) {
                Map<String, ProcessUsage> before = usage.getOrDefault(from, Map.of());
                Map<String, Double> each = new LinkedHashMap<>();
                look.getValue().forEach((name, now) -> {
                    ProcessUsage earlier = before.get(name);
                    if (earlier != null) {
                        each.put(name, now.cpuMillisSince(earlier) / MILLIS_PER_SECOND / seconds);
                    }
                });
                cores.put(look.getKey(), each);
                from = look.getKey();
            }
        }
        return cores;
    }

    /** Of those that were there all the time. */
    Map<String, PartUse> parts(Map<String, GarbageUse> garbageBefore, Map<String, GarbageUse> garbageAfter) {
        Map<String, PartUse> parts = new LinkedHashMap<>();
        Map<String, ProcessUsage> first = usage.getOrDefault(usage.firstKey(), Map.of());
        Map<String, ProcessUsage> last = usage.getOrDefault(usage.lastKey(), Map.of());
        first.forEach((name, before) -> {
            ProcessUsage after = last.get(name);
            if (after != null) {
                parts.put(
                        name,
                        new PartUse(
                                after.cpuMillisSince(before),
                                before.rssMiB(),
                                after.rssMiB(),
                                peaks.getOrDefault(name, after.rssMiB()),
                                garbage(garbageBefore.get(name), garbageAfter.get(name))));
            }
        });
        return parts;
    }

    @Nullable
    private static GarbageUse garbage(@Nullable GarbageUse before, @Nullable GarbageUse after) {
        return before == null || after == null || !after.isSameJvmAs(before) ? null : after.since(before);
    }
}
