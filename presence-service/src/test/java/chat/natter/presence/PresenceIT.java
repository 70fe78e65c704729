package chat.natter.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.natter.contract.Topic;
import chat.natter.contract.record.Presence;
import chat.natter.contract.record.SessionClosed;
import chat.natter.contract.record.SessionRecord;
import chat.natter.stack.LocalStack;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.protobuf.InvalidProtocolBufferException;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Two instances as processes, on the real broker; started once, since a start is most of the time. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PresenceIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private boolean startOwnAgain;
    private final String kafka = LocalStack.current().kafkaBootstrap();
    private String gatewayId = "";
    private final Producer<String, byte[]> producer = new KafkaProducer<>(
            Map.of("bootstrap.servers", kafka, "linger.ms", 0), new StringSerializer(), new ByteArraySerializer());
    private final HttpServer jwks;
    private final List<PresenceProcess> instances = new ArrayList<>();
    private final String applicationId = "presence-it-" + FakeGateway.ulid();
    private final Path directory;

    PresenceIT(@TempDir Path directory) throws IOException {
        this.directory = directory;
        this.jwks = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        jwks.createContext("/jwks.json", exchange -> {
            byte[] body = SignTokens.jwks().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    @BeforeEach
    void takeAnotherGateway() {
        gatewayId = "it-" + FakeGateway.ulid();
    }

    @BeforeAll
    void start() throws IOException {
        // The stack's own presence-service reads the same topics and would announce everything a second time.
        if (ownIsRunning()) {
            LocalStack.current().stop("presence");
            startOwnAgain = true;
        }
        jwks.start();
        instances.add(PresenceProcess.start(kafka, jwks, applicationId, directory));
        instances.add(PresenceProcess.start(kafka, jwks, applicationId, directory));
        instances.forEach(PresenceProcess::awaitReady);
    }

    @AfterAll
    void stop() {
        instances.forEach(PresenceProcess::close);
        producer.close();
        jwks.stop(0);
        if (startOwnAgain) {
            LocalStack.current().start("presence");
        }
    }

    private static boolean ownIsRunning() {
        return LocalStack.current().services().stream()
                .anyMatch(service -> service.name().equals("presence") && service.running());
    }

    @Test
    void followsSessionsOnWhicheverInstanceIsAsked() throws Exception {
        try (FakeGateway gateway = new FakeGateway(producer, gatewayId, 1);
                TopicTail presence = new TopicTail(kafka, Topic.PRESENCE.topicName())) {
            // Given
            Instant before = Instant.now().minusMillis(1);
            List<FakeGateway.Session> sessions = open(gateway, 40);

            // When they are online
            for (PresenceProcess instance : instances) {
                sessions.forEach(session -> awaitState(instance, session, "online"));
            }

            // Then each was announced once
            assertThat(sessions)
                    .allSatisfy(session -> assertThat(presence.of(session.user()))
                            .hasSize(1)
                            .allSatisfy(
                                    found -> assertThat(parse(found).getState()).isEqualTo(Presence.State.ONLINE)));

            // When they leave
            sessions.forEach(gateway::close);
            for (PresenceProcess instance : instances) {
                sessions.forEach(session -> awaitState(instance, session, "offline"));
            }

            // Then
            JsonNode left = ask(instances.get(0), sessions.get(0));
            assertThat(Instant.parse(left.get("lastSeen").asText())).isBetween(before, Instant.now());
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(sessions)
                            .allSatisfy(session -> assertThat(presence.of(session.user()))
                                    .extracting(found -> parse(found).getState())
                                    .containsExactly(Presence.State.ONLINE, Presence.State.OFFLINE)));
        }
    }

    @Test
    void looksTheSameForAnUnknownUserOnEveryInstance() throws Exception {
        // Given
        String unknown = FakeGateway.ulid();

        // When
        for (PresenceProcess instance : instances) {
            HttpResponse<String> response = instance.get("/v1/users/" + unknown + "/presence");

            // Then
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.body()).isEqualTo("{\"userId\":\"" + unknown + "\",\"state\":\"offline\"}");
        }
    }

    @Test
    void closesTheSessionsOfAGatewayThatDiedAndOfNoOther() throws Exception {
        try (FakeGateway dying = new FakeGateway(producer, gatewayId + "-a", 1);
                FakeGateway living = new FakeGateway(producer, gatewayId + "-b", 1);
                TopicTail tail = new TopicTail(kafka, Topic.SESSIONS.topicName())) {
            // Given
            List<FakeGateway.Session> lost = open(dying, 200);
            List<FakeGateway.Session> kept = open(living, 20);
            lost.forEach(session -> awaitState(instances.get(0), session, "online"));

            // When
            dying.die();

            // Then
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(lost)
                            .allSatisfy(session -> assertThat(closings(tail, session))
                                    .hasSize(1)
                                    .allSatisfy(closing ->
                                            assertThat(closing.getSession()).isEqualTo(session.session()))));
            lost.forEach(session -> awaitState(instances.get(1), session, "offline"));
            kept.forEach(session -> awaitState(instances.get(1), session, "online"));
            assertThat(kept)
                    .allSatisfy(session -> assertThat(closings(tail, session)).isEmpty());
        }
    }

    @Test
    void aGatewaysNextLifeEndsTheSessionsOfTheLastOne() throws Exception {
        try (FakeGateway first = new FakeGateway(producer, gatewayId, 1);
                TopicTail tail = new TopicTail(kafka, Topic.SESSIONS.topicName())) {
            // Given
            FakeGateway.Session old = first.open();
            awaitState(instances.get(0), old, "online");

            // When
            first.die();
            try (FakeGateway second = new FakeGateway(producer, gatewayId, 2)) {
                FakeGateway.Session fresh = second.open();
                awaitState(instances.get(0), old, "offline");
                awaitState(instances.get(0), fresh, "online");
                FakeGateway.Session late = first.open();

                // Then what comes late from the first life is closed, not revived
                await().atMost(PATIENCE)
                        .untilAsserted(() -> assertThat(closings(tail, late)).hasSize(1));
                assertThat(closings(tail, fresh)).isEmpty();
                assertThat(ask(instances.get(0), late).get("state").asText()).isEqualTo("offline");
            }
        }
    }

    @Test
    void aKilledInstanceForgetsNobodyAndBlamesNoGateway() throws Exception {
        try (FakeGateway gateway = new FakeGateway(producer, gatewayId, 1);
                TopicTail tail = new TopicTail(kafka, Topic.SESSIONS.topicName())) {
            // Given
            List<FakeGateway.Session> sessions = open(gateway, 40);
            sessions.forEach(session -> awaitState(instances.get(0), session, "online"));

            // When
            instances.forEach(PresenceProcess::kill);
            FakeGateway.Session leaver = sessions.get(0);
            gateway.close(leaver);
            for (PresenceProcess instance : instances) {
                instance.restart();
            }
            instances.forEach(PresenceProcess::awaitReady);

            // Then
            awaitState(instances.get(0), leaver, "offline");
            sessions.subList(1, sessions.size()).forEach(session -> awaitState(instances.get(1), session, "online"));
            assertThat(sessions.subList(1, sessions.size()))
                    .allSatisfy(session -> assertThat(closings(tail, session)).isEmpty());
        }
    }

    @Test
    void aBrokerThatHangsIsNoGatewaysDeath() throws Exception {
        try (FakeGateway gateway = new FakeGateway(producer, gatewayId, 1);
                TopicTail tail = new TopicTail(kafka, Topic.SESSIONS.topicName())) {
            // Given
            List<FakeGateway.Session> sessions = open(gateway, 20);
            sessions.forEach(session -> awaitState(instances.get(0), session, "online"));

            // When nobody can beat for many heartbeats
            LocalStack.current().pause("kafka");
            try {
                await().pollDelay(Duration.ofSeconds(8)).until(() -> true);
            } finally {
                LocalStack.current().resume("kafka");
            }
            FakeGateway.Session next = gateway.open();
            awaitState(instances.get(0), next, "online");

            // Then also in the time in which a wrong verdict would have shown
            await().during(Duration.ofSeconds(5))
                    .atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(sessions)
                            .allSatisfy(session ->
                                    assertThat(closings(tail, session)).isEmpty()));
            sessions.forEach(session -> awaitState(instances.get(1), session, "online"));
        }
    }

    @Test
    void buriesWhatItCannotReadAndGoesOn() throws Exception {
        try (FakeGateway gateway = new FakeGateway(producer, gatewayId, 1);
                TopicTail deadLetters = new TopicTail(kafka, Topic.DEAD_LETTERS.topicName())) {
            // Given
            String user = FakeGateway.ulid();

            // When
            FakeGateway.send(producer, new ProducerRecord<>(Topic.SESSIONS.topicName(), user, new byte[] {1, 2, 3}));

            // Then
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(deadLetters.of(user)).anySatisfy(found -> {
                        assertThat(found.value()).containsExactly(1, 2, 3);
                        assertThat(new String(
                                        found.headers()
                                                .lastHeader("natter-topic")
                                                .value(),
                                        StandardCharsets.UTF_8))
                                .isEqualTo(Topic.SESSIONS.topicName());
                    }));
            awaitState(instances.get(0), gateway.open(), "online");
        }
    }

    private static List<FakeGateway.Session> open(FakeGateway gateway, int count) {
        List<FakeGateway.Session> sessions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            sessions.add(gateway.open());
        }
        return sessions;
    }

    private static List<SessionRecord> closings(TopicTail tail, FakeGateway.Session session) {
        return tail.of(session.user()).stream()
                .map(PresenceIT::parseSession)
                .filter(found -> found.getClosed().getReason() == SessionClosed.Reason.GATEWAY_LOST)
                .toList();
    }

    private static void awaitState(PresenceProcess instance, FakeGateway.Session session, String state) {
        // Asked of hundreds, one after the other: most are there already, and waiting first would take a minute.
        await().atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .untilAsserted(
                        () -> assertThat(ask(instance, session).path("state").asText())
                                .isEqualTo(state));
    }

    private static JsonNode ask(PresenceProcess instance, FakeGateway.Session session)
            throws IOException, InterruptedException {
        return JSON.readTree(
                instance.get("/v1/users/" + session.user() + "/presence").body());
    }

    private static Presence parse(ConsumerRecord<String, byte[]> found) {
        try {
            return Presence.parseFrom(found.value());
        } catch (InvalidProtocolBufferException broken) {
            throw new AssertionError(broken);
        }
    }

    private static SessionRecord parseSession(ConsumerRecord<String, byte[]> found) {
        try {
            return SessionRecord.parseFrom(found.value());
        } catch (InvalidProtocolBufferException broken) {
            throw new AssertionError(broken);
        }
    }
}
