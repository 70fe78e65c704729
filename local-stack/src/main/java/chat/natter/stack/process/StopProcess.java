package chat.natter.stack.process;

import java.time.Duration;

/** Ends a process politely, then firmly. Does nothing to a process that is not the one that was started. */
public final class StopProcess {
    private final Signals signals = new Signals();

    /** Returns when the process has ended: SIGTERM first, SIGKILL when {@code grace} is over. */
    public void stop(ProcessId id, Duration grace) {
        if (!id.isAlive()) {
            return;
        }
        signals.resume(id);
        signals.terminate(id);
        if (!ended(id, grace)) {
            kill(id);
        }
    }

    /** Returns when the process has ended, by SIGKILL. */
    public void kill(ProcessId id) {
        signals.kill(id);
        ended(id, Duration.ofSeconds(10));
    }

    private static boolean ended(ProcessId id, Duration patience) {
        return Patience.until(() -> !id.isAlive(), patience, Duration.ofMillis(50));
    }
}
