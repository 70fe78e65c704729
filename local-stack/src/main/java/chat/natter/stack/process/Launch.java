package chat.natter.stack.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything needed to start a process, and to start it again in the same way after it was killed. If it holds a
 * container, that one's name is {@code container}, and the process ends with it.
 */
public record Launch(
        String name,
        String url,
        List<String> command,
        Map<String, String> environment,
        Path directory,
        Path log,
        Probe probe,
        @Nullable String container) {
    public Launch {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    /** Of a process that is the server itself. */
    public Launch(
            String name,
            String url,
            List<String> command,
            Map<String, String> environment,
            Path directory,
            Path log,
            Probe probe) {
        this(name, url, command, environment, directory, log, probe, null);
    }

    /** The same with further options for the JVM: for it, the last word counts. */
    public Launch with(List<String> jvmOptions) {
        List<String> longer = new ArrayList<>(command);
        longer.addAll(longer.indexOf("-jar"), jvmOptions);
        return new Launch(name, url, longer, environment, directory, log, probe, container);
    }
}
