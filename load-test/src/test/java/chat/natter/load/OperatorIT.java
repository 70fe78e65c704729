package chat.natter.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.natter.contract.CloseCode;
import chat.natter.contract.frame.ServerFrame;
import chat.natter.load.ledger.RecordedDevice;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What operators ask and do: which gateways there are, and draining one by hand. */
class OperatorIT {
    private static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SOCKETS = 5;
    private static final int SENT = 20;

    @RegisterExtension
    final Scene scene = new Scene();

    private final Person alice = scene.person();
    private final Person bob = scene.person();

    @Test
    void seesWhichGatewayHoldsHowManySocketsAndWhichOneIsSilent() throws IOException, InterruptedException {
        // Given
        long before = gateway("gateway-2").path("sockets").asLong();

        // When
        for (int count = 0; count < SOCKETS; count++) {
            scene.socket(2);
        }

        // Then
        await("the sockets")
                .atMost(DEADLINE)
                .until(() -> gateway("gateway-2").path("sockets").asLong() == before + SOCKETS);
        JsonNode alive = gateway("gateway-2");
        assertThat(alive.path("state").asText()).isEqualTo("alive");
        assertThat(Instant.parse(alive.path("lastHeartbeat").asText()))
                .isAfter(Instant.now().minusSeconds(30));
        try {
            // When
            scene.stack().kill("gateway-2");

            // Then
            awaitState("gateway-2", "silent");
            assertThat(gateway("gateway-2").path("silentMillis").asLong()).isGreaterThan(5_000);
            assertThat(gateway("gateway-1").path("state").asText()).isEqualTo("alive");
        } finally {
            scene.stack().start("gateway-2");
        }
        awaitState("gateway-2", "alive");
        assertThat(Instant.parse(gateway("gateway-2").path("startedAt").asText()))
                .isAfter(Instant.parse(alive.path("startedAt").asText()));
    }

    @Test
    void drainsAGatewayByHand() throws IOException, InterruptedException {
        // Given
        scene.talk(alice, bob);
        RecordedDevice alices = scene.connect(alice, 1);
        RecordedDevice bobs = scene.connect(bob, 2, 1);
        Chatter chatter = scene.keep(Chatter.between(alices, bobs));
        RawSocket stays = scene.socket(scene.person(), 2);
        stays.awaitFrame(ServerFrame.Synced.class);
        URI drain = scene.stack().managementUrl("gateway-2").resolve("/v1/admin/drain");
        assertThat(get(drain).path("draining").asBoolean()).isFalse();
        long pid = scene.stack().service("gateway-2").pid();
        try {
            // When
            HttpResponse<String> begun = post(drain);
            HttpResponse<String> again = post(drain);

            // Then
            assertThat(begun.statusCode()).isEqualTo(202);
            assertThat(again.statusCode()).isEqualTo(202);
            JsonNode answer = JSON.readTree(begun.body());
            assertThat(answer.path("gatewayId").asText()).isEqualTo("gateway-2");
            assertThat(answer.path("draining").asBoolean()).isTrue();
            assertThat(answer.path("sockets").asInt()).isPositive();
            assertThat(get(drain).path("draining").asBoolean()).isTrue();
            awaitState("gateway-2", "draining");
            assertThat(status(scene.stack().managementUrl("gateway-2").resolve("/q/health/ready")))
                    .isEqualTo(503);
            assertThat(status(scene.stack().gatewayUrl(2).resolve("/v1/chat"))).isEqualTo(503);
            assertThat(stays.awaitClose()).isEqualTo(CloseCode.DRAINING.code());
            assertThat(stays.frames(ServerFrame.GoAway.class)).hasSize(1);
            await("bob elsewhere").atMost(DEADLINE).until(() -> bobs.welcomes() > 1);
            await("the end of the process")
                    .atMost(DEADLINE)
                    .until(() -> ProcessHandle.of(pid).isEmpty());
        } finally {
            scene.stack().start("gateway-2");
        }
        chatter.stop();
        scene.awaitSettled(DEADLINE);
        scene.assertFaultless();
    }

    @Test
    void seesOnOnePageWhoRunsWhatAndWhatWaitsForWhom() throws IOException, InterruptedException {
        // Given
        scene.talk(alice, bob);
        RecordedDevice alices = scene.connect(alice, 1);
        scene.connect(bob, 2);
        URI page = scene.stack().managementUrl("gateway-1").resolve("/status");
        try {
            // When
            scene.stack().pause("history");
            for (int message = 0; message < SENT; message++) {
                alices.send(bob.id(), Scene.text("for the archive"));
            }
            scene.awaitSettled(DEADLINE);

            // Then
            await("records that wait for the archive")
                    .atMost(DEADLINE)
                    .until(() -> waiting(get(page), "history-service", "chat.events") >= SENT);
        } finally {
            scene.stack().resume("history");
        }
        await("the archive").atMost(DEADLINE).until(() -> waiting(get(page), "history-service", "chat.events") < SENT);
        JsonNode status = get(page);
        // Others on the list are those that presence-service's own tests made up.
        assertThat(status.path("gateways"))
                .filteredOn(gateway -> gateway.path("gatewayId").asText().startsWith("gateway-"))
                .hasSizeGreaterThanOrEqualTo(2)
                .allSatisfy(gateway -> assertThat(gateway.path("version").asText())
                        .isEqualTo(status.path("version").asText()));
        assertThat(waiting(status, "message-service", "chat.commands")).isNotNegative();
        assertThat(waiting(status, "presence-service", "chat.sessions")).isNotNegative();
        assertThat(waiting(status, "media-service", "chat.events")).isNotNegative();
    }

    /** Records, by the status page; less than nothing if it says nothing of them. */
    private static long waiting(JsonNode status, String group, String topic) {
        for (JsonNode lag : status.path("lag")) {
            if (lag.path("group").asText().equals(group)
                    && lag.path("topic").asText().equals(topic)) {
                return lag.path("records").asLong();
            }
        }
        return -1;
    }

    private JsonNode gateway(String id) throws IOException, InterruptedException {
        URI list = scene.stack().managementUrl("presence").resolve("/v1/admin/gateways");
        for (JsonNode gateway : get(list).path("gateways")) {
            if (gateway.path("gatewayId").asText().equals(id)) {
                return gateway;
            }
        }
        throw new AssertionError("no gateway " + id);
    }

    private void awaitState(String id, String state) {
        await(id + " " + state)
                .atMost(DEADLINE)
                .until(() -> gateway(id).path("state").asText().equals(state));
    }

    private static JsonNode get(URI uri) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                HTTP.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private static int status(URI uri) throws IOException, InterruptedException {
        return HTTP.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static HttpResponse<String> post(URI uri) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(uri)
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
