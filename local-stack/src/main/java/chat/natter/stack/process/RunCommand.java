package chat.natter.stack.process;

import chat.natter.stack.report.StackFailure;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Runs a short command to its end, unseen. */
final class RunCommand {
    private RunCommand() {}

    /**
     * How it ended.
     *
     * @param said all that it printed, without surrounding space
     */
    record Ended(int exit, String said) {}

    static Ended run(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectInput(new File("/dev/null"))
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return new Ended(process.waitFor(), said);
        } catch (IOException e) {
            throw new StackFailure("the program " + command.get(0) + " cannot be run (" + e.getMessage() + ").", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure(String.join(" ", command) + " was interrupted.", e);
        }
    }
}
