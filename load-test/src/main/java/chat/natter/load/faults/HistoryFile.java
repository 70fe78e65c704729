package chat.natter.load.faults;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

/**
 * All that happened, a line each, in the order in which it was noticed: what one reads when a fault was found. No
 * contents of messages.
 */
final class HistoryFile implements AutoCloseable {
    private final BufferedWriter writer;
    private final Clock clock;
    private boolean closed;

    HistoryFile(Path file, Clock clock) throws IOException {
        Path parent = file.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        this.writer = Files.newBufferedWriter(file);
        this.clock = clock;
    }

    /** {@code what} and who is meant, then what is worth knowing. */
    synchronized void write(String what, Object who, Object... details) {
        if (closed) {
            return;
        }
        StringBuilder line = new StringBuilder();
        line.append(clock.instant()).append(' ').append(what).append(' ').append(who);
        for (Object detail : details) {
            line.append(' ').append(detail);
        }
        try {
            writer.append(line).append('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        closed = true;
        writer.close();
    }
}
