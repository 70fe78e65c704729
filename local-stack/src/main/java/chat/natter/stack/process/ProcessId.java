package chat.natter.stack.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A process that cannot be mistaken for a later one with the same number, since the kernel's start time (ticks since
 * boot) goes with it.
 */
public record ProcessId(long pid, long startTicks) {
    private static final String RSS = "VmRSS:";

    /** The process that has this number now; one that is gone already gets a start time that nothing matches. */
    public static ProcessId of(long pid) {
        return new ProcessId(
                pid, ProcessStat.read(pid).map(ProcessStat::startTicks).orElse(-1L));
    }

    public boolean isAlive() {
        return ProcessStat.read(pid)
                .filter(stat -> stat.startTicks() == startTicks && !stat.hasEnded())
                .isPresent();
    }

    /** Resident memory in MiB, 0 if it does not run. */
    public long rssMiB() {
        if (!isAlive()) {
            return 0;
        }
        try {
            for (String line :
                    Files.readAllLines(Path.of("/proc", Long.toString(pid), "status"), StandardCharsets.UTF_8)) {
                if (line.startsWith(RSS)) {
                    return Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024;
                }
            }
            return 0;
        } catch (IOException gone) {
            return 0;
        }
    }
}
