package chat.natter.deploy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/** Runs a tool of the operators that may or may not be on this machine. */
public final class RunTool {
    private RunTool() {}

    /** What it did. */
    public record Result(int exitCode, String output) {}

    /** Empty if there is no such tool. Errors are part of the output if {@code withErrors}. */
    public static Optional<Result> run(Path directory, boolean withErrors, String... command) {
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
        if (withErrors) {
            builder.redirectErrorStream(true);
        } else {
            builder.redirectError(ProcessBuilder.Redirect.INHERIT);
        }
        Process process;
        try {
            process = builder.start();
        } catch (IOException missing) {
            return Optional.empty();
        }
        try {
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return Optional.of(new Result(process.waitFor(), output));
        } catch (IOException e) {
            throw new IllegalStateException("the output of " + command[0] + " cannot be read", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
