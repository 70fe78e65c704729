package chat.natter.stack.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
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

    /** The same with further options for the JVM, of which the last word counts, and further variables. */
    public Launch with(List<String> jvmOptions, Map<String, String> variables) {
        List<String> longer = new ArrayList<>(command);
        longer.addAll(longer.indexOf("-jar"), jvmOptions);
        Map<String, String> more = new HashMap<>(environment);
        more.putAll(variables);
        return new Launch(name, url, longer, more, directory, log, probe, container);
    }
}
