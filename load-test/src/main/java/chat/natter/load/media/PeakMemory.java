package chat.natter.load.media;

import chat.natter.load.process.StackProcesses;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** The most that media-service and the object store had resident at any of many looks. */
final class PeakMemory implements AutoCloseable {
    private static final long LOOK_MILLIS = 200;

    private final StackProcesses processes;
    private final Map<String, Long> before;
    private final Map<String, Long> peak = new ConcurrentHashMap<>();
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor();
    private final ScheduledFuture<?> looking;

    PeakMemory(StackProcesses processes) {
        this.processes = processes;
        look();
        this.before = Map.copyOf(peak);
        this.looking = looks.scheduleAtFixedRate(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void look() {
        processes.usage().forEach((name, usage) -> {
            if (name.startsWith("media") || name.startsWith("s3")) {
                peak.merge(name, usage.rssMiB(), Math::max);
            }
        });
    }

    /** MiB, by process; none if the processes are not known. */
    Map<String, Long> before() {
        return new TreeMap<>(before);
    }

    Map<String, Long> peak() {
        return new TreeMap<>(peak);
    }

    @Override
    public void close() {
        looking.cancel(false);
        looks.shutdownNow();
    }
}
