package chat.natter.stack.run;

import chat.natter.stack.report.StackFailure;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Lets one command at a time change a stack. The kernel frees it when the command ends, however it ends. */
final class StackLock {
    private StackLock() {}

    /** Fails at once if another command is at work. */
    static <T> T holding(Path base, Supplier<T> action) {
        try {
            Files.createDirectories(base);
            try (FileChannel channel = FileChannel.open(
                            base.resolve("command.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    @Nullable FileLock lock = channel.tryLock()) {
                if (lock == null) {
                    throw busy(base);
                }
                return action.get();
            } catch (OverlappingFileLockException e) {
                throw busy(base);
            }
        } catch (IOException e) {
            throw new StackFailure(base + " cannot be used: " + e.getMessage(), e);
        }
    }

    private static StackFailure busy(Path base) {
        return new StackFailure("Another ./natter command is at work on " + base + "; wait for it to end.");
    }
}
