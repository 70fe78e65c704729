package chat.natter.load.stack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Asks each service's management port for its pauses. One that does not answer is left out: it is not known. */
final class ReadGarbage {
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int OK = 200;

    private final Map<String, URI> metrics;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    ReadGarbage(Map<String, URI> metrics) {
        this.metrics = metrics;
    }

    Map<String, GarbageUse> read() throws InterruptedException {
        Map<String, GarbageUse> all = new LinkedHashMap<>();
        for (Map.Entry<String, URI> service : metrics.entrySet()) {
            HttpRequest request =
                    HttpRequest.newBuilder(service.getValue()).timeout(PATIENCE).build();
            try {
                HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
                if (answer.statusCode() == OK) {
                    all.put(service.getKey(), GarbageUse.parse(answer.body()));
                }
            } catch (IOException notKnown) {
                all.remove(service.getKey());
            }
        }
        return all;
    }
}
