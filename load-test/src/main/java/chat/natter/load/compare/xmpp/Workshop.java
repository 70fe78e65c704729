package chat.natter.load.compare.xmpp;

import chat.natter.stack.process.AwaitReady;
import chat.natter.stack.process.Launch;
import chat.natter.stack.process.ProcessId;
import chat.natter.stack.process.StartProcess;
import chat.natter.stack.process.StopProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where the compared servers have their files, new for each run, and how their processes are started and stopped.
 *
 * @param folder ignored by git
 */
record Workshop(Path folder) {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration GRACE = Duration.ofSeconds(10);

    /** An empty folder of that name. */
    Path empty(String name) throws IOException {
        Path made = folder.resolve(name);
        if (Files.exists(made)) {
            try (Stream<Path> all = Files.walk(made)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        return Files.createDirectories(made);
    }

    /** Returns when it is ready; one that does not become so is stopped again. */
    ProcessId start(Launch launch) {
        ProcessId started = new StartProcess().start(launch);
        Thread stop = new Thread(() -> stop(started));
        Runtime.getRuntime().addShutdownHook(stop);
        try {
            new AwaitReady(PATIENCE).await(launch, started);
        } catch (RuntimeException e) {
            stop(started);
            throw e;
        }
        return started;
    }

    void stop(ProcessId process) {
        new StopProcess().stop(process, GRACE);
    }

    static void require(List<String> programs) {
        for (String program : programs) {
            if (!Files.isExecutable(Path.of(program))) {
                throw new IllegalStateException(program + " is missing; run with --install (apt), or install it");
            }
        }
    }
}
