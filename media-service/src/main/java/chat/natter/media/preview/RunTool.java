package chat.natter.media.preview;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Runs a program that looks at a hostile file: without our environment, which holds secrets, and not for longer than it
 * may take.
 */
final class RunTool {
    private final ScheduledExecutorService alarm;
    private final long millis;

    RunTool(ScheduledExecutorService alarm, long millis) {
        this.alarm = alarm;
        this.millis = millis;
    }

    /** What is done with what the program writes. */
    interface Output<T> {
        T read(InputStream output) throws IOException;
    }

    <T> T run(List<String> command, Output<T> output) throws NoPreview, IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")));
        Map<String, String> environment = builder.environment();
        environment.keySet().retainAll(List.of("PATH", "LD_LIBRARY_PATH"));
        Process process = builder.start();
        AtomicBoolean late = new AtomicBoolean();
        ScheduledFuture<?> tooLong = alarm.schedule(
                () -> {
                    late.set(true);
                    process.destroyForcibly();
                },
                millis,
                TimeUnit.MILLISECONDS);
        try (InputStream written = process.getInputStream()) {
            T result = output.read(written);
            if (process.waitFor() != 0) {
                throw new NoPreview(late.get() ? "it took too long" : "the file is damaged");
            }
            return result;
        } finally {
            tooLong.cancel(false);
            process.destroyForcibly();
        }
    }
}
