package chat.natter.stack.run;

import chat.natter.stack.process.RunForeground;
import chat.natter.stack.report.StackFailure;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs the scripts of one folder's {@code package.json}; what they need is installed into that folder before. */
final class RunNpm {
    private final Path folder;
    private final @Nullable Path log;

    /** Says what npm says. */
    RunNpm(Path folder) {
        this(folder, null);
    }

    /** Writes what npm says to a log. */
    RunNpm(Path folder, @Nullable Path log) {
        this.folder = folder;
        this.log = log;
    }

    /** The exit code of the installation if it fails, else that of the script. */
    int script(String name, Map<String, String> environment) {
        if (!isInstalled()) {
            int installed = npm(List.of("ci", "--no-audit", "--no-fund"), Map.of());
            if (installed != 0) {
                return installed;
            }
        }
        return npm(List.of("run", "--silent", name), environment);
    }

    /** npm leaves a copy of what it has installed; one that is older than the lock is stale. */
    private boolean isInstalled() {
        Path installed = folder.resolve("node_modules/.package-lock.json");
        Path wanted = folder.resolve("package-lock.json");
        try {
            return Files.exists(installed)
                    && Files.getLastModifiedTime(installed).compareTo(Files.getLastModifiedTime(wanted)) >= 0;
        } catch (IOException e) {
            throw new StackFailure("Cannot read " + wanted + ": " + e.getMessage(), e);
        }
    }

    private int npm(List<String> arguments, Map<String, String> environment) {
        List<String> command = new ArrayList<>(List.of("npm"));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        if (log == null) {
            builder.inheritIO();
        } else {
            builder.redirectInput(new File("/dev/null"))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        }
        builder.environment().putAll(environment);
        return RunForeground.run("npm", builder);
    }
}
