package chat.natter.stack.process;

import chat.natter.stack.report.StackFailure;
import java.io.IOException;

/** Sends signals, and only to the very process that was started. */
public final class Signals {
    public void terminate(ProcessId id) {
        send("TERM", id);
    }

    public void kill(ProcessId id) {
        send("KILL", id);
    }

    /** Freezes the process: it keeps its sockets but answers nothing. */
    public void pause(ProcessId id) {
        send("STOP", id);
    }

    public void resume(ProcessId id) {
        send("CONT", id);
    }

    private static void send(String signal, ProcessId id) {
        if (!id.isAlive()) {
            return;
        }
        try {
            // The shell's own kill: a slim machine has no /bin/kill.
            Process kill = new ProcessBuilder("/bin/sh", "-c", "kill -" + signal + " " + id.pid())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            kill.waitFor();
        } catch (IOException e) {
            throw new StackFailure("Process " + id.pid() + " cannot be signalled: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
