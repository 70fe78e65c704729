package chat.natter.stack.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** The last lines of a log file. */
public final class LogTail {
    private static final int LINES = 15;
    private static final int WIDTH = 240;
    private static final int BYTES = 32_768;

    private LogTail() {}

    /** At most 15 lines, each indented and none of them endless; empty if there is no log. */
    public static String of(Path log) {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            long from = Math.max(0, file.length() - BYTES);
            byte[] bytes = new byte[(int) (file.length() - from)];
            file.seek(from);
            file.readFully(bytes);
            List<String> lines =
                    new String(bytes, StandardCharsets.UTF_8).lines().toList();
            return lines.subList(Math.max(0, lines.size() - LINES), lines.size()).stream()
                    .map(line -> line.length() <= WIDTH ? line : line.substring(0, WIDTH) + "…")
                    .collect(Collectors.joining("\n"))
                    .indent(4)
                    .stripTrailing();
        } catch (IOException none) {
            return "";
        }
    }
}
