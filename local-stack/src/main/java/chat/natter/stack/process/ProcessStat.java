package chat.natter.stack.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What the kernel says about a process in {@code /proc/PID/stat}. */
record ProcessStat(char state, long startTicks) {
    private static final int START_TIME_FIELD = 22;

    static Optional<ProcessStat> read(long pid) {
        try {
            return Optional.of(
                    parse(Files.readString(Path.of("/proc", Long.toString(pid), "stat"), StandardCharsets.UTF_8)));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    /** The second field is the name in parentheses and may itself hold spaces and parentheses: count from its end. */
    static ProcessStat parse(String line) {
        List<String> afterName =
                List.of(line.substring(line.lastIndexOf(')') + 2).trim().split(" ", -1));
        return new ProcessStat(afterName.get(0).charAt(0), Long.parseLong(afterName.get(START_TIME_FIELD - 3)));
    }

    /** A zombie has ended; only its parent has not looked yet. */
    boolean hasEnded() {
        return state == 'Z' || state == 'X';
    }
}
