package chat.natter.stack;

import static org.assertj.core.api.Assertions.assertThat;

import chat.natter.contract.Topic;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;

/** What the services rely on, asked of the real servers. */
class LocalStackIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final LocalStack stack = LocalStack.current();
    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void hasEveryTopicWithItsSettings() throws Exception {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, stack.kafkaBootstrap()))) {
            List<String> names =
                    Arrays.stream(Topic.values()).map(Topic::topicName).toList();
            assertThat(admin.describeTopics(names).allTopicNames().get().values())
                    .extracting(topic -> topic.partitions().size())
                    .hasSize(names.size())
                    .allMatch(partitions -> partitions > 1);
            for (Topic topic : Topic.values()) {
                ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic.topicName());
                var settings =
                        admin.describeConfigs(List.of(resource)).all().get().get(resource);
                assertThat(settings).isNotNull();
                assertThat(settings.entries())
                        .filteredOn(entry -> topic.settings().containsKey(entry.name()))
                        .allSatisfy(entry -> assertThat(entry.value())
                                .isEqualTo(topic.settings().get(entry.name())))
                        .hasSize(topic.settings().size());
            }
        }
    }

    @Test
    void restartsABrokerWithItsTopics() throws Exception {
        // Given
        String topic = "local-stack-it-" + UUID.randomUUID();
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, stack.kafkaBootstrap()))) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
            // When
            stack.kill("kafka");
            stack.start("kafka");
            // Then
            assertThat(admin.listTopics().names().get()).contains(topic);
            admin.deleteTopics(List.of(topic)).all().get();
        }
    }

    @Test
    void letsAUserWithNothingButANameSignIn() throws Exception {
        // Given
        String username = "it-" + UUID.randomUUID();
        String backend = token("grant_type=client_credentials&client_id=" + stack.keycloakClientId() + "&client_secret="
                + stack.keycloakClientSecret());
        // When
        HttpResponse<String> created = post(
                "/admin/realms/natter/users",
                "application/json",
                backend,
                JSON.writeValueAsString(Map.of(
                        "username",
                        username,
                        "enabled",
                        true,
                        "credentials",
                        List.of(Map.of("type", "password", "value", "long enough", "temporary", false)))));
        // Then
        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(token("grant_type=password&client_id=" + stack.keycloakAppClientId() + "&username=" + username
                        + "&password=long%20enough"))
                .isNotBlank();
    }

    @Test
    void allowsTheBackendNoMoreThanUsers() throws Exception {
        // Given
        String backend = token("grant_type=client_credentials&client_id=" + stack.keycloakClientId() + "&client_secret="
                + stack.keycloakClientSecret());
        // Then
        assertThat(get("/admin/realms/natter/users", backend)).isEqualTo(200);
        assertThat(get("/admin/realms/natter/clients", backend)).isEqualTo(403);
    }

    /** A library without a logging configuration logs for debugging: S3Proxy once wrote a gigabyte in ten minutes. */
    @Test
    void writesNoLinesForDebugging() throws Exception {
        // Given
        HttpRequest unsigned = HttpRequest.newBuilder(stack.s3Endpoint().resolve("/" + stack.s3Bucket()))
                .build();
        // When
        assertThat(http.send(unsigned, HttpResponse.BodyHandlers.discarding()).statusCode())
                .isEqualTo(403);
        // Then
        for (LocalStack.Service server : stack.services()) {
            try (Stream<String> lines = Files.lines(server.log(), StandardCharsets.ISO_8859_1)) {
                assertThat(lines).as(server.name()).noneMatch(line -> line.contains(" DEBUG "));
            }
        }
    }

    private String token(String form) throws Exception {
        HttpResponse<String> response = post(
                "/realms/" + stack.keycloakRealm() + "/protocol/openid-connect/token",
                "application/x-www-form-urlencoded",
                "",
                form);
        JsonNode body = JSON.readTree(response.body());
        assertThat(response.statusCode()).as(body.toString()).isEqualTo(200);
        return body.path("access_token").asText();
    }

    private HttpResponse<String> post(String path, String type, String token, String body) throws Exception {
        return http.send(
                HttpRequest.newBuilder(url(path))
                        .header("Content-Type", type)
                        .header("Authorization", "Bearer " + token)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private int get(String path, String token) throws Exception {
        return http.send(
                        HttpRequest.newBuilder(url(path))
                                .header("Authorization", "Bearer " + token)
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private URI url(String path) {
        return stack.keycloakUrl().resolve(path);
    }
}
