package chat.natter.stack.state;

import chat.natter.stack.report.StackFailure;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * {@code stack.json}. A reader sees either the old or the new content, never a part of it; updates by several processes
 * (a test that kills a service, a second terminal) come one after another.
 */
public final class StackFile {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    /** A file lock is per process; threads of this one need their own. */
    private static final Object THREADS = new Object();

    private final Path path;

    public StackFile(Path path) {
        this.path = path.toAbsolutePath();
    }

    public Path path() {
        return path;
    }

    public Optional<StackState> read() {
        try {
            return Optional.of(JSON.readValue(Files.readAllBytes(path), StackState.class));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException e) {
            throw new StackFailure(path + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Replaces the content by what {@code change} makes of it; the file must exist. */
    public void update(UnaryOperator<StackState> change) {
        exclusively(() -> write(
                change.apply(read().orElseThrow(() -> new StackFailure(path + " is gone; run ./natter up again.")))));
    }

    public void replace(StackState state) {
        exclusively(() -> write(state));
    }

    private void write(StackState state) {
        Path next = path.resolveSibling(path.getFileName() + ".next");
        try {
            Files.deleteIfExists(next);
            Files.createFile(next, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(next, JSON.writeValueAsBytes(state));
            Files.move(next, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new StackFailure(path + " cannot be written: " + e.getMessage(), e);
        }
    }

    private void exclusively(Runnable change) {
        synchronized (THREADS) {
            try {
                Files.createDirectories(path.getParent());
                try (FileChannel channel = FileChannel.open(
                                path.resolveSibling(path.getFileName() + ".lock"),
                                StandardOpenOption.CREATE,
                                StandardOpenOption.WRITE);
                        FileLock lock = channel.lock()) {
                    if (lock.isValid()) {
                        change.run();
                    }
                }
            } catch (IOException e) {
                throw new StackFailure(path + " cannot be locked: " + e.getMessage(), e);
            }
        }
    }
}
