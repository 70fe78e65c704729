package chat.natter.load.stack;

import chat.natter.load.process.StackProcesses;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the stack while a scenario measures. A look costs next to nothing: the kernel's figures of each process four
 * times a second, the committed offsets every three seconds, and only at the beginning and at the end the ends of all
 * topics and the metrics of each service.
 */
public final class WatchStack implements AutoCloseable {
    private final StackProcesses processes;
    private final ReadGarbage garbage;
    private final @Nullable AskKafka kafka;
    private final List<StackUse> seen = new CopyOnWriteArrayList<>();

    private WatchStack(StackProcesses processes, StackAddresses addresses) {
        this.processes = processes;
        this.garbage = new ReadGarbage(addresses.metrics());
        String bootstrap = addresses.kafka();
        this.kafka = bootstrap == null ? null : new AskKafka(bootstrap);
    }

    /** The local stack of that {@code stack.json}. */
    public static WatchStack at(Path stackFile) throws IOException {
        return new WatchStack(StackProcesses.read(stackFile), StackAddresses.read(stackFile));
    }

    /** A stack of which nothing but its gateways is known. */
    public static WatchStack nothing() {
        return new WatchStack(new StackProcesses(Map.of()), StackAddresses.NONE);
    }

    /**
     * Begins to look; returns when all that counts from here on is known, after a fraction of a second.
     *
     * @param during which part of the scenario, for the reader of the result
     */
    public Watching begin(String during) throws InterruptedException {
        Map<String, Long> written = written();
        Map<String, GarbageUse> paused = garbage.read();
        return new Watching(this, during, written, paused, new Looks(processes, kafka));
    }

    /** All that was looked at so far. */
    public List<StackUse> seen() {
        return List.copyOf(seen);
    }

    void keep(StackUse use) {
        seen.add(use);
    }

    Map<String, GarbageUse> garbage() throws InterruptedException {
        return garbage.read();
    }

    /** Null if it is not known. */
    @Nullable
    Map<String, Long> written() throws InterruptedException {
        try {
            return kafka == null ? null : kafka.written();
        } catch (ExecutionException notKnown) {
            return null;
        }
    }

    @Override
    public void close() {
        if (kafka != null) {
            kafka.close();
        }
    }
}
