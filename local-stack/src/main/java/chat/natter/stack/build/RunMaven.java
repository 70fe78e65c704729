package chat.natter.stack.build;

import chat.natter.stack.process.LogTail;
import chat.natter.stack.process.RunForeground;
import chat.natter.stack.report.StackFailure;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs Maven quietly, its output in a log; a failed build ends with the last lines of it. */
final class RunMaven {
    private final Path root;
    private final Path log;

    RunMaven(Path root, Path log) {
        this.root = root;
        this.log = log;
    }

    void run(String what, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of("mvn", "-q", "-B"));
        command.addAll(arguments);
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            Files.deleteIfExists(log);
            int exit = RunForeground.run(
                    what,
                    new ProcessBuilder(command)
                            .directory(root.toFile())
                            .redirectInput(new File("/dev/null"))
                            .redirectErrorStream(true)
                            .redirectOutput(log.toFile()));
            if (exit != 0) {
                throw new StackFailure(what + " failed. Maven's log " + log + " ends with:" + System.lineSeparator()
                        + LogTail.of(log));
            }
        } catch (IOException e) {
            throw new StackFailure(log + " cannot be written: " + e.getMessage(), e);
        }
    }
}
