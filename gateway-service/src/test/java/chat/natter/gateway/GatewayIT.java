package chat.natter.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import chat.natter.contract.ConversationId;
import chat.natter.contract.DeliveryHeaders;
import chat.natter.contract.MessageId;
import chat.natter.contract.Topic;
import chat.natter.contract.UserId;
import chat.natter.contract.frame.ServerFrame;
import chat.natter.contract.record.CloseSession;
import chat.natter.contract.record.Command;
import chat.natter.contract.record.Delivery;
import chat.natter.contract.record.Heartbeat;
import chat.natter.contract.record.MessageDelivery;
import chat.natter.contract.record.Recipient;
import chat.natter.contract.record.Sent;
import chat.natter.contract.record.SessionClosed;
import chat.natter.contract.record.SessionRecord;
import chat.natter.contract.record.Synced;
import chat.natter.stack.LocalStack;
import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The gateway on the real broker; the test plays message-service. Should a real one run beside it, it answers these
 * sessions too, so nothing here says that a frame comes alone.
 */
@QuarkusTest
@QuarkusTestResource(AroundGateway.class)
final class GatewayIT {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @SuppressWarnings("NullAway.Init") // Quarkus sets it.
    AroundGateway around;

    @SuppressWarnings("NullAway.Init")
    @TestHTTPResource("/q/health/ready")
    URI ready;

    @SuppressWarnings("NullAway.Init")
    @TestHTTPResource("/q/metrics")
    URI metrics;

    private final String alice = AroundGateway.ulid();
    private final String phone = AroundGateway.ulid();
    private final String bob = AroundGateway.ulid();
    private final String withBob =
            ConversationId.direct(new UserId(alice), new UserId(bob)).value();

    @SuppressWarnings("NullAway.Init")
    private KafkaProducer<String, byte[]> messageService;

    @BeforeAll
    static void bePatient() {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(30));
    }

    @BeforeEach
    void awaitTheGateway() {
        await().until(() -> get(ready).statusCode() == 200);
        messageService = new KafkaProducer<>(
                Map.of("bootstrap.servers", around.kafka()), new StringSerializer(), new ByteArraySerializer());
    }

    @AfterEach
    void letGo() {
        messageService.close();
    }

    @Test
    void carriesFramesToKafkaAndDeliveriesBack() throws Exception {
        try (TopicTail commands = new TopicTail(around.kafka(), Topic.COMMANDS.topicName());
                TopicTail sessions = new TopicTail(around.kafka(), Topic.SESSIONS.topicName())) {
            ChatClient client = connect();

            // When it says hello
            client.sendInFragments(hello());

            // Then
            ServerFrame.Welcome welcome = client.awaitFirst(ServerFrame.Welcome.class);
            assertThat(client.subprotocol()).isEqualTo("natter.v1");
            assertThat(welcome.userId().value()).isEqualTo(alice);
            assertThat(welcome.deviceId().value()).isEqualTo(phone);
            assertThat(welcome.gatewayId().value()).isEqualTo(around.gatewayId());
            SessionRecord opened = awaitRecord(sessions, SessionRecord.BodyCase.OPENED);
            assertThat(opened.getSession()).isEqualTo(welcome.sessionId().value());
            assertThat(opened.getGateway()).isEqualTo(around.gatewayId());

            // When it sends
            MessageId id = new MessageId(UUID.randomUUID());
            client.send(message(id, "gr\u00fc\u00df dich"));

            // Then
            await().until(() -> !commands.of(withBob).isEmpty());
            Command command = Command.parseFrom(commands.of(withBob).get(0));
            assertThat(command.getUser()).isEqualTo(alice);
            assertThat(command.getSession()).isEqualTo(opened.getSession());
            assertThat(command.getSend().getContent().toStringUtf8())
                    .isEqualTo("{\"kind\":\"text\",\"text\":\"gr\u00fc\u00df dich\"}");

            // When message-service answers and delivers, the latter twice
            deliver(
                    welcome,
                    Delivery.newBuilder()
                            .setSent(Sent.newBuilder()
                                    .setRe(ByteString.copyFrom(id.toBytes()))
                                    .setConversation(withBob)
                                    .setSeq(77)
                                    .setEpoch(1)));
            deliver(welcome, message(5));
            deliver(welcome, message(5));
            deliver(welcome, Delivery.newBuilder().setSynced(Synced.newBuilder().setPosition(5)));
            deliver(welcome, message(6));

            // Then
            await().untilAsserted(() -> assertThat(client.frames(ServerFrame.Message.class))
                    .extracting(ServerFrame.Message::position)
                    .containsExactly(5L, 6L));
            assertThat(client.frames(ServerFrame.Sent.class))
                    .extracting(ServerFrame.Sent::re, ServerFrame.Sent::seq)
                    .contains(tuple(id, 77L));
            assertThat(client.frames(ServerFrame.Synced.class)).hasSize(1);

            // When it acknowledges, reads and goes
            client.send("{\"type\":\"ack\",\"position\":6}");
            client.send("{\"type\":\"read\",\"conversation\":\"" + withBob + "\",\"seq\":6}");

            // Then
            assertThat(awaitRecord(sessions, SessionRecord.BodyCase.ACKNOWLEDGED)
                            .getAcknowledged()
                            .getPosition())
                    .isEqualTo(6);
            assertThat(awaitRecord(sessions, SessionRecord.BodyCase.READ)
                            .getRead()
                            .getSeq())
                    .isEqualTo(6);

            // When
            client.close();

            // Then
            assertThat(awaitRecord(sessions, SessionRecord.BodyCase.CLOSED)
                            .getClosed()
                            .getReason())
                    .isEqualTo(SessionClosed.Reason.SOCKET);
        }
    }

    @Test
    void storesTheCommandsItTookInTheirOrderHoweverLongKafkaIsAway() throws Exception {
        try (ChatClient client = connect();
                TopicTail commands = new TopicTail(around.kafka(), Topic.COMMANDS.topicName())) {
            // Given
            client.send(hello());
            client.awaitFirst(ServerFrame.Welcome.class);

            // When it sends, and again after what else it asked for was given up
            LocalStack.current().pause("kafka");
            try {
                client.send(message("first"));
                client.send("{\"type\":\"pull\",\"id\":\"" + new MessageId(UUID.randomUUID()) + "\",\"conversation\":\""
                        + withBob + "\",\"from\":1,\"to\":2}");
                assertThat(client.awaitFirst(ServerFrame.Failure.class).code()).isEqualTo("unavailable");
                client.send(message("second"));
            } finally {
                LocalStack.current().resume("kafka");
            }

            // Then
            await().untilAsserted(() -> assertThat(sent(commands))
                    .containsExactly(
                            "{\"kind\":\"text\",\"text\":\"first\"}", "{\"kind\":\"text\",\"text\":\"second\"}"));
            assertThat(client.frames(ServerFrame.Failure.class))
                    .extracting(ServerFrame.Failure::code)
                    .containsOnlyOnce("unavailable");
        }
    }

    /** What was sent to Bob; a message-service beside it would ask who he is, and be answered there, too. */
    private List<String> sent(TopicTail commands) throws InvalidProtocolBufferException {
        List<String> contents = new ArrayList<>();
        for (byte[] bytes : commands.of(withBob)) {
            Command command = Command.parseFrom(bytes);
            if (command.hasSend()) {
                contents.add(command.getSend().getContent().toStringUtf8());
            }
        }
        return contents;
    }

    @Test
    void welcomesADeviceAgainWithItsTicket() {
        try (ChatClient first = connect();
                ChatClient second = connect()) {
            // Given
            first.send(hello());
            String ticket = first.awaitFirst(ServerFrame.Welcome.class).ticket();

            // When
            second.send("{\"type\":\"hello\",\"ticket\":\"" + ticket + "\",\"position\":3}");

            // Then
            ServerFrame.Welcome welcome = second.awaitFirst(ServerFrame.Welcome.class);
            assertThat(welcome.deviceId().value()).isEqualTo(phone);
            assertThat(welcome.position()).isEqualTo(3);
        }
    }

    @Test
    void closesASocketWhenToldTo() throws Exception {
        try (ChatClient client = connect()) {
            // Given
            client.send(hello());
            ServerFrame.Welcome welcome = client.awaitFirst(ServerFrame.Welcome.class);

            // When
            deliver(
                    welcome,
                    Delivery.newBuilder().setClose(CloseSession.newBuilder().setCode(4403)));

            // Then
            assertThat(client.awaitClose()).isEqualTo(4403);
        }
    }

    @Test
    void deliversWhatComesAfterWhatCannotBeRead() throws Exception {
        try (ChatClient client = connect()) {
            // Given
            client.send(hello());
            ServerFrame.Welcome welcome = client.awaitFirst(ServerFrame.Welcome.class);
            String session = welcome.sessionId().value();

            // When
            write(null, new byte[] {1, 2, 3});
            write(session, null);
            write(session, new byte[] {-1, -1, -1});
            write("no-session", new byte[] {-1, -1, -1});
            Delivery.Builder nowhere = message(8);
            nowhere.getMessageBuilder().setConversation("nonsense");
            deliver(welcome, nowhere);
            deliver(welcome, message(9));

            // Then
            assertThat(client.awaitFirst(ServerFrame.Message.class).position()).isEqualTo(9);
            assertThat(get(ready).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void saysOnceThatASessionIsNotHere() throws Exception {
        try (TopicTail sessions = new TopicTail(around.kafka(), Topic.SESSIONS.topicName());
                ChatClient witness = connect()) {
            // Given
            String gone = AroundGateway.ulid();
            Delivery delivery =
                    message(1).setSession(gone).setUser(alice).setDevice(phone).build();

            // When
            write(gone, delivery.toByteArray());
            write(gone, delivery.toByteArray());

            // Then
            SessionRecord closed = awaitRecord(sessions, SessionRecord.BodyCase.CLOSED);
            assertThat(closed.getSession()).isEqualTo(gone);
            assertThat(closed.getClosed().getReason()).isEqualTo(SessionClosed.Reason.UNKNOWN_TO_GATEWAY);

            // When all that came before has been taken
            witness.send(hello());
            awaitRecord(sessions, SessionRecord.BodyCase.OPENED);

            // Then
            assertThat(records(sessions, SessionRecord.BodyCase.CLOSED)).hasSize(1);
        }
    }

    @Test
    void handsADeliveryForSeveralSessionsToEachThatIsHere() throws Exception {
        try (TopicTail sessions = new TopicTail(around.kafka(), Topic.SESSIONS.topicName());
                ChatClient first = connect();
                ChatClient second = connect()) {
            // Given
            first.send(hello());
            second.send(hello(bob, AroundGateway.ulid()));
            ServerFrame.Welcome one = first.awaitFirst(ServerFrame.Welcome.class);
            ServerFrame.Welcome other = second.awaitFirst(ServerFrame.Welcome.class);
            String gone = AroundGateway.ulid();

            // When
            Delivery shared = addressed(one, message(4))
                    .addOthers(recipient(gone, alice))
                    .addOthers(recipient(other.sessionId().value(), bob))
                    .build();
            writeShared(shared.getSession(), new byte[] {-1, -1, -1});
            writeShared(shared.getSession(), shared.toByteArray());
            writeShared(shared.getSession(), shared.toByteArray());
            deliver(one, message(5));
            deliver(other, message(5));

            // Then
            for (ChatClient client : List.of(first, second)) {
                await().untilAsserted(() -> assertThat(client.frames(ServerFrame.Message.class))
                        .extracting(ServerFrame.Message::position)
                        .containsExactly(4L, 5L));
            }
            assertThat(awaitRecord(sessions, SessionRecord.BodyCase.CLOSED).getSession())
                    .isEqualTo(gone);
        }
    }

    @Test
    void closesWithAReasonOfTheProtocol() {
        try (ChatClient forger = connect();
                ChatClient early = connect();
                ChatClient silent = connect();
                ChatClient binary = connect();
                ChatClient broken = connect();
                ChatClient large = connect()) {
            // When
            forger.send("{\"type\":\"hello\",\"token\":\"a.b.c\"}");
            early.send("{\"type\":\"ping\"}");
            binary.sendBinary();
            broken.send("{");
            large.send("{\"type\":\"ping\",\"x\":\"" + "x".repeat(65_536) + "\"}");

            // Then
            assertThat(forger.awaitClose()).isEqualTo(4401);
            assertThat(early.awaitClose()).isEqualTo(4401);
            assertThat(binary.awaitClose()).isEqualTo(4400);
            assertThat(broken.awaitClose()).isEqualTo(4400);
            assertThat(large.awaitClose()).isEqualTo(4413);
            assertThat(silent.awaitClose()).isEqualTo(4408);
        }
    }

    @Test
    void takesNoSocketOfAnotherProtocol() throws Exception {
        // When
        HttpResponse<String> response = get(around.gateway("/v1/chat"));

        // Then
        assertThatItIs(response, 400, "bad_request");
    }

    @Test
    void saysThatItLives() throws Exception {
        try (TopicTail gateways = new TopicTail(around.kafka(), Topic.GATEWAYS.topicName())) {
            // When
            await().until(() -> gateways.of(around.gatewayId()).size() >= 2);

            // Then
            Heartbeat beat = Heartbeat.parseFrom(gateways.of(around.gatewayId()).get(0));
            assertThat(beat.getGateway()).isEqualTo(around.gatewayId());
            assertThat(beat.getEpoch()).isPositive();
            assertThat(beat.getIntervalMillis()).isEqualTo(2_000);
            assertThat(beat.getDraining()).isFalse();
            assertThat(get(metrics).body()).contains("natter_gateway_sockets", "natter_gateway_closes_total");
        }
    }

    @Test
    void passesRequestsOnAndSaysForWhom() throws Exception {
        // When
        HttpResponse<String> response = HTTP.send(
                HttpRequest.newBuilder(around.gateway("/v1/sessions/refresh?x=%20y"))
                        .header("X-Forwarded-For", "192.0.2.1")
                        .POST(HttpRequest.BodyPublishers.ofString("body"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        // Then the last address is the one that the gateway saw itself
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("POST /v1/sessions/refresh?x=%20y for [192.0.2.1, 127.0.0.1] body");
    }

    @ParameterizedTest
    @CsvSource({"/v1/nothing", "/q/metrics", "/v1/me/%2e%2e/%2e%2e/q/metrics", "/v1/media/..;/x"})
    void leadsNowhereElse(String path) throws Exception {
        assertThatItIs(get(around.gateway(path)), 404, "not_found");
    }

    @Test
    void saysThatAServiceIsAway() throws Exception {
        assertThatItIs(get(around.gateway("/v1/conversations")), 503, "unavailable");
    }

    @Test
    void refusesABodyThatIsTooLargeBeforeItIsSent() throws Exception {
        // The client of JDK 17 waits for ever when "Expect: 100-continue" is answered by anything else.
        URI gateway = around.gateway("/");
        try (Socket socket = new Socket(gateway.getHost(), gateway.getPort())) {
            // When
            socket.setSoTimeout(10_000);
            String head = """
                    POST /v1/accounts HTTP/1.1\r
                    Host: gateway\r
                    Expect: 100-continue\r
                    Content-Length: 1048577\r
                    \r
                    """;
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();

            // Then
            String response = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(response)
                    .startsWith("HTTP/1.1 413 ")
                    .contains("Content-Type: application/problem+json", "\"code\":\"too_large\"");
        }
    }

    private ChatClient connect() {
        return new ChatClient(around.gateway("/v1/chat"));
    }

    private String hello() {
        return hello(alice, phone);
    }

    private String hello(String user, String device) {
        return "{\"type\":\"hello\",\"token\":\"" + around.tokenOf(user, device) + "\"}";
    }

    private String message(String text) {
        return message(new MessageId(UUID.randomUUID()), text);
    }

    private String message(MessageId id, String text) {
        return "{\"type\":\"send\",\"id\":\"" + id + "\",\"to\":{\"user\":\"" + bob
                + "\"},\"content\":{\"kind\":\"text\",\"text\":\"" + text + "\"}}";
    }

    private Delivery.Builder message(long position) {
        return Delivery.newBuilder()
                .setMessage(MessageDelivery.newBuilder()
                        .setPosition(position)
                        .setConversation(withBob)
                        .setSeq(position)
                        .setEpoch(1)
                        .setFrom(bob)
                        .setDevice(phone)
                        .setAt(1)
                        .setMessageId(ByteString.copyFrom(new byte[16]))
                        .setContent(ByteString.copyFromUtf8("{\"kind\":\"text\"}")));
    }

    private void deliver(ServerFrame.Welcome to, Delivery.Builder delivery) throws Exception {
        write(to.sessionId().value(), addressed(to, delivery).build().toByteArray());
    }

    private static Delivery.Builder addressed(ServerFrame.Welcome to, Delivery.Builder delivery) {
        return delivery.setSession(to.sessionId().value())
                .setUser(to.userId().value())
                .setDevice(to.deviceId().value());
    }

    private Recipient recipient(String session, String user) {
        return Recipient.newBuilder()
                .setSession(session)
                .setUser(user)
                .setDevice(phone)
                .build();
    }

    private void writeShared(String key, byte[] value) throws Exception {
        ProducerRecord<String, byte[]> record = record(key, value);
        record.headers().add(DeliveryHeaders.OTHERS, new byte[0]);
        messageService.send(record).get();
    }

    private void write(@Nullable String key, byte @Nullable [] value) throws Exception {
        messageService.send(record(key, value)).get();
    }

    private ProducerRecord<String, byte[]> record(@Nullable String key, byte @Nullable [] value) {
        return new ProducerRecord<>("chat.deliveries." + around.gatewayId(), 0, key, value);
    }

    private SessionRecord awaitRecord(TopicTail sessions, SessionRecord.BodyCase kind) {
        await().until(() -> !records(sessions, kind).isEmpty());
        return records(sessions, kind).get(0);
    }

    private List<SessionRecord> records(TopicTail sessions, SessionRecord.BodyCase kind) {
        return sessions.of(alice).stream()
                .map(GatewayIT::parse)
                .filter(record -> record.getBodyCase() == kind)
                .toList();
    }

    private static SessionRecord parse(byte[] bytes) {
        try {
            return SessionRecord.parseFrom(bytes);
        } catch (InvalidProtocolBufferException e) {
            throw new AssertionError("not a session record", e);
        }
    }

    private static void assertThatItIs(HttpResponse<String> response, int status, String code) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("content-type")).contains("application/problem+json");
        assertThat(response.body())
                .contains("\"type\":\"urn:natter:problem:" + code + "\"", "\"status\":" + status, "\"code\":\"" + code);
    }

    private static HttpResponse<String> get(URI uri) throws IOException, InterruptedException {
        return HTTP.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }
}
