package chat.natter.stack.build;

import chat.natter.stack.report.StackFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/** Makes a folder the same as a built application. Files that are the same already are left alone. */
public final class CopyApp {
    private CopyApp() {}

    public static void copy(Path built, Path target) {
        Set<Path> wanted = new HashSet<>();
        try {
            Files.createDirectories(target);
            try (Stream<Path> files = Files.walk(built)) {
                for (Path file : (Iterable<Path>) files::iterator) {
                    Path relative = built.relativize(file);
                    wanted.add(relative);
                    copyOne(file, target.resolve(relative));
                }
            }
            try (Stream<Path> files = Files.walk(target)) {
                files.map(target::relativize)
                        .filter(relative -> !wanted.contains(relative))
                        .map(target::resolve)
                        .toList()
                        .forEach(DeleteTree::delete);
            }
        } catch (IOException e) {
            throw new StackFailure(built + " cannot be copied to " + target + ": " + e.getMessage(), e);
        }
    }

    private static void copyOne(Path from, Path to) throws IOException {
        if (Files.isDirectory(from)) {
            Files.createDirectories(to);
        } else if (!same(from, to)) {
            Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    private static boolean same(Path from, Path to) throws IOException {
        return Files.exists(to)
                && Files.size(from) == Files.size(to)
                && Files.getLastModifiedTime(from).equals(Files.getLastModifiedTime(to));
    }
}
