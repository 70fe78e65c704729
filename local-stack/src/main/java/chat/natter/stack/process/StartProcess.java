package chat.natter.stack.process;

import chat.natter.stack.report.StackFailure;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Starts a process that outlives this one. It gets a session of its own, so that Ctrl-C and a closed terminal do not
 * reach it, and writes to its log file.
 */
public final class StartProcess {
    private static final Path SETSID = Path.of("/usr/bin/setsid");

    public ProcessId start(Launch launch) {
        try {
            Files.createDirectories(launch.log().toAbsolutePath().getParent());
            Files.createDirectories(launch.directory());
            ProcessBuilder builder = new ProcessBuilder(detached(launch.command()));
            builder.directory(launch.directory().toFile());
            builder.environment().putAll(launch.environment());
            builder.redirectInput(new File("/dev/null"));
            builder.redirectErrorStream(true);
            builder.redirectOutput(ProcessBuilder.Redirect.appendTo(launch.log().toFile()));
            return ProcessId.of(builder.start().pid());
        } catch (IOException e) {
            throw new StackFailure(launch.name() + " cannot be started: " + e.getMessage(), e);
        }
    }

    /** The child leads no group yet, so setsid replaces itself by the command: the process id stays the same. */
    private static List<String> detached(List<String> command) {
        if (!Files.isExecutable(SETSID)) {
            return command;
        }
        List<String> all = new ArrayList<>(command.size() + 1);
        all.add(SETSID.toString());
        all.addAll(command);
        return all;
    }
}
