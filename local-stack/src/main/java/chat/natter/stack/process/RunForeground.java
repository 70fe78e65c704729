package chat.natter.stack.process;

import chat.natter.stack.report.StackFailure;
import java.io.IOException;

/**
 * Runs a command to its end. If this program ends before, or is interrupted, the command ends too, with its children.
 */
public final class RunForeground {
    private RunForeground() {}

    /** The exit code. */
    public static int run(String what, ProcessBuilder command) {
        try {
            Process process = command.start();
            Thread end = new Thread(() -> destroyTree(process), "end-" + process.pid());
            Runtime.getRuntime().addShutdownHook(end);
            try {
                int exit = process.waitFor();
                Runtime.getRuntime().removeShutdownHook(end);
                return exit;
            } catch (InterruptedException e) {
                destroyTree(process);
                Thread.currentThread().interrupt();
                throw new StackFailure(what + " was interrupted.", e);
            }
        } catch (IOException e) {
            throw new StackFailure(what + " cannot be run: " + e.getMessage(), e);
        } catch (IllegalStateException shuttingDown) {
            throw new StackFailure(what + " was interrupted.", shuttingDown);
        }
    }

    private static void destroyTree(Process process) {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
    }
}
