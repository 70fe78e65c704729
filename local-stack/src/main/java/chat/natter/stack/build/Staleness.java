package chat.natter.stack.build;

import chat.natter.stack.report.StackFailure;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** Whether an artifact has to be built: it is missing, or one of its sources is newer. */
public final class Staleness {
    private Staleness() {}

    /** Sources are files and whole folders; one that does not exist does not count. */
    public static boolean isStale(Path artifact, List<Path> sources) {
        try {
            if (!Files.exists(artifact)) {
                return true;
            }
            FileTime built = Files.getLastModifiedTime(artifact);
            for (Path source : sources) {
                if (Files.exists(source) && hasNewer(source, built)) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            throw new StackFailure(artifact + " cannot be compared with its sources: " + e.getMessage(), e);
        }
    }

    private static boolean hasNewer(Path source, FileTime built) throws IOException {
        AtomicBoolean newer = new AtomicBoolean();
        Files.walkFileTree(source, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.lastModifiedTime().compareTo(built) > 0) {
                    newer.set(true);
                    return FileVisitResult.TERMINATE;
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return newer.get();
    }
}
