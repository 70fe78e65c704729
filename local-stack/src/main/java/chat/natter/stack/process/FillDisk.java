package chat.natter.stack.process;

import chat.natter.stack.report.StackFailure;
import java.util.List;

/**
 * Lets a process find its disk full: from then on, it cannot write another byte to any file (setrlimit(2),
 * {@code RLIMIT_FSIZE}; the error is {@code EFBIG} where a full disk's is {@code ENOSPC}). No other process notices,
 * and nobody needs to be root. What it has mapped into its memory it can still change.
 */
final class FillDisk {
    void of(ProcessId id) {
        if (!id.isAlive()) {
            return;
        }
        RunCommand.Ended ended = RunCommand.run(List.of("prlimit", "--pid", Long.toString(id.pid()), "--fsize=0:"));
        if (ended.exit() != 0 && id.isAlive()) {
            throw new StackFailure("Process " + id.pid() + " cannot be limited: " + ended.said());
        }
    }
}
