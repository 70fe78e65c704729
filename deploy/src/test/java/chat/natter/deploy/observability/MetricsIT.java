package chat.natter.deploy.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.natter.deploy.configuration.ServiceModule;
import chat.natter.stack.LocalStack;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What rules, dashboards and probes ask for, running services have. */
class MetricsIT {
    /** Without labels, or with them: the name of a sample. */
    private static final Pattern SAMPLE = Pattern.compile("(?m)^([a-z_]+)[{ ]");
    /** Kafka's meters are looked for once a minute. */
    private static final Duration KAFKA_METERS = Duration.ofSeconds(90);
    /** Counters that exist only once something happened. */
    private static final Set<String> ON_DEMAND = Set.of("natter_message_refusals_total", "natter_auth_sign_ins_total");

    private final HttpClient http = HttpClient.newHttpClient();
    private final LocalStack stack = LocalStack.current();

    @Test
    void everyMetricThatIsAskedForIsThere() {
        Set<String> wanted = new TreeSet<>(Observability.metrics());
        wanted.removeAll(ON_DEMAND);

        await().atMost(KAFKA_METERS)
                .pollInterval(Duration.ofSeconds(2))
                .untilAsserted(() -> assertThat(offered()).containsAll(wanted));
    }

    @Test
    void healthIsServedWhereThePodsAreProbed() throws IOException, InterruptedException {
        for (String service : services()) {
            for (String probe : List.of("started", "live", "ready")) {
                assertThat(get(service, "/q/health/" + probe).statusCode())
                        .as("%s %s", service, probe)
                        .isEqualTo(200);
            }
        }
    }

    private Set<String> offered() throws IOException, InterruptedException {
        Set<String> offered = new TreeSet<>();
        for (String service : services()) {
            Matcher samples = SAMPLE.matcher(get(service, "/q/metrics").body());
            while (samples.find()) {
                offered.add(samples.group(1));
            }
        }
        return offered;
    }

    private HttpResponse<String> get(String service, String path) throws IOException, InterruptedException {
        URI management = stack.managementUrl(service);
        return http.send(
                HttpRequest.newBuilder(management.resolve(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private List<String> services() {
        return stack.services().stream()
                .map(LocalStack.Service::name)
                .filter(name ->
                        Stream.of(ServiceModule.values()).anyMatch(service -> name.startsWith(service.shortName())))
                .toList();
    }
}
