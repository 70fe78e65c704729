package chat.natter.stack.server;

import chat.natter.stack.process.LogTail;
import chat.natter.stack.process.RunForeground;
import chat.natter.stack.report.StackFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Runs a tool of a server to its end. */
final class RunOnce {
    private RunOnce() {}

    /** Fails with the last lines of its output if it ends with anything but {@code expectedExit}. */
    static void run(
            String what,
            List<String> command,
            Map<String, String> environment,
            ProcessBuilder.Redirect input,
            Path log,
            int expectedExit) {
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            ProcessBuilder builder = new ProcessBuilder(command);
            builder.environment().putAll(environment);
            builder.redirectInput(input).redirectErrorStream(true);
            builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            int exit = RunForeground.run(what, builder);
            if (exit != expectedExit) {
                throw new StackFailure(what + " failed (exit " + exit + "). Its log " + log + " ends with:"
                        + System.lineSeparator() + LogTail.of(log));
            }
        } catch (IOException e) {
            throw new StackFailure(log + " cannot be written: " + e.getMessage(), e);
        }
    }
}
