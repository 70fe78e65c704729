package chat.natter.load.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The processes of a local stack by name, read from its {@code stack.json}. */
public record StackProcesses(Map<String, Long> pids) {
    public static StackProcesses read(Path stackFile) throws IOException {
        Map<String, Long> pids = new LinkedHashMap<>();
        for (JsonNode service : new ObjectMapper().readTree(stackFile.toFile()).path("services")) {
            pids.put(service.path("name").asText(), service.path("pid").asLong());
        }
        return new StackProcesses(pids);
    }

    /** What each has used so far; one that is gone is left out. */
    public Map<String, ProcessUsage> usage() {
        Map<String, ProcessUsage> usage = new LinkedHashMap<>();
        pids.forEach((name, pid) -> {
            try {
                usage.put(name, ProcessUsage.of(pid));
            } catch (IOException gone) {
                usage.remove(name);
            }
        });
        return usage;
    }
}
