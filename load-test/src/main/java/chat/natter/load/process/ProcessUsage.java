package chat.natter.load.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a process has used so far.
 *
 * @param cpuMillis user and system time since its start
 * @param rssMiB memory that is resident now
 * @see <a href="https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html">proc_pid_stat(5)</a>
 */
public record ProcessUsage(long cpuMillis, long rssMiB) {
    // USER_HZ, which the kernel fixes at 100 for what it shows in /proc.
    private static final long MILLIS_PER_TICK = 10;
    private static final int USER_TIME = 11;
    private static final int SYSTEM_TIME = 12;
    private static final int RESIDENT_PAGES = 21;
    private static final long PAGES_PER_MIB = 256;

    /** Reads {@code /proc/<pid>/stat}. */
    public static ProcessUsage of(long pid) throws IOException {
        return parse(Files.readString(Path.of("/proc", Long.toString(pid), "stat")));
    }

    static ProcessUsage parse(String stat) {
        // The second field is a name in parentheses that may hold anything, so counting starts behind it.
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).strip().split(" ", -1);
        long ticks = Long.parseLong(fields[USER_TIME]) + Long.parseLong(fields[SYSTEM_TIME]);
        return new ProcessUsage(ticks * MILLIS_PER_TICK, Long.parseLong(fields[RESIDENT_PAGES]) / PAGES_PER_MIB);
    }

    /** The CPU time since an earlier reading. */
    public long cpuMillisSince(ProcessUsage earlier) {
        return cpuMillis - earlier.cpuMillis;
    }
}
