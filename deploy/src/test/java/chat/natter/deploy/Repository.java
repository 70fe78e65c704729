package chat.natter.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Where things lie in this repository. */
public final class Repository {
    private static final Path ROOT = root();

    private Repository() {}

    /** A path from the repository's root. */
    public static Path at(String path) {
        return ROOT.resolve(path);
    }

    public static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All regular files below a folder that match, in the order of their names. */
    public static List<Path> files(Path folder, Predicate<Path> wanted) {
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(Files::isRegularFile).filter(wanted).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("natter"))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new IllegalStateException("not inside of the repository");
            }
        }
        return folder;
    }
}
