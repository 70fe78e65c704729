package chat.natter.load.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * The clock of one process, which can be set while it runs: libfaketime, put before the C library, adds to the wall
 * clock what a file says. Monotonic time goes on as it is, as it does when a machine's clock is set.
 */
final class ClockOf {
    private static final Path LIBRARIES = Path.of("/usr/lib");
    private static final String LIBRARY = "faketime/libfaketimeMT.so.1";

    private final Path library;
    private final Path file;

    private ClockOf(Path library, Path file) {
        this.library = library;
        this.file = file;
        set(Duration.ZERO);
    }

    /** Empty where libfaketime is not installed (Debian: {@code apt-get install libfaketime}). */
    static Optional<ClockOf> part(String part, Path folder) throws IOException {
        return library().map(library -> new ClockOf(library, folder.resolve(part + ".clock")));
    }

    private static Optional<Path> library() throws IOException {
        if (!Files.isDirectory(LIBRARIES)) {
            return Optional.empty();
        }
        // Debian has a folder for each architecture.
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(LIBRARIES, Files::isDirectory)) {
            for (Path folder : folders) {
                Path library = folder.resolve(LIBRARY);
                if (Files.exists(library)) {
                    return Optional.of(library);
                }
            }
        }
        return Optional.empty();
    }

    /** What the process has to be started with. */
    Map<String, String> variables() {
        return Map.of(
                "LD_PRELOAD", library.toString(),
                "FAKETIME_TIMESTAMP_FILE", file.toString(),
                // Seconds after which it looks at the file again.
                "FAKETIME_CACHE_DURATION", "1",
                "FAKETIME_DONT_FAKE_MONOTONIC", "1",
                // Otherwise each timed wait of a JVM ends at once, and it spins.
                "FAKETIME_FORCE_MONOTONIC_FIX", "0");
    }

    /** @param ahead of the true time; negative for behind. The process has noticed within a second */
    void set(Duration ahead) {
        try {
            // Moved into place: half of a file is no time.
            Path whole = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(whole, (ahead.isNegative() ? "" : "+") + ahead.toSeconds() + "\n");
            Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
