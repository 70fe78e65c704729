package chat.natter.load.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the parts of a local stack can be looked at, read from its {@code stack.json}.
 *
 * @param kafka bootstrap servers; null if there are none
 * @param metrics Prometheus metrics of each service; servers that are not ours have none
 */
record StackAddresses(@Nullable String kafka, Map<String, URI> metrics) {
    static final StackAddresses NONE = new StackAddresses(null, Map.of());

    StackAddresses {
        metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
    }

    static StackAddresses read(Path stackFile) throws IOException {
        return of(new ObjectMapper().readTree(stackFile.toFile()));
    }

    static StackAddresses of(JsonNode stack) {
        Map<String, URI> metrics = new LinkedHashMap<>();
        for (JsonNode service : stack.path("services")) {
            String health = service.at("/launch/probe/target").asText();
            int management = health.indexOf("/q/health");
            if (management > 0) {
                metrics.put(service.path("name").asText(), URI.create(health.substring(0, management) + "/q/metrics"));
            }
        }
        JsonNode kafka = stack.at("/connections/kafkaBootstrap");
        return new StackAddresses(kafka.isTextual() ? kafka.asText() : null, metrics);
    }
}
