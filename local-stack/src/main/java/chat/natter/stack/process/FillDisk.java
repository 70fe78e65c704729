package chat.natter.stack.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import chat.natter.stack.report.StackFailure;
import java.io.IOException;

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
        try {
            Process prlimit = new ProcessBuilder("prlimit", "--pid", Long.toString(id.pid()), "--fsize=0:")
                    .redirectErrorStream(true)
                    .start();
            String said = new String(prlimit.getInputStream().readAllBytes(), UTF_8).strip();
            if (prlimit.waitFor() != 0 && id.isAlive()) {
                throw new StackFailure("Process " + id.pid() + " cannot be limited: " + said);
            }
        } catch (IOException e) {
            throw new StackFailure("Process " + id.pid() + " cannot be limited: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
