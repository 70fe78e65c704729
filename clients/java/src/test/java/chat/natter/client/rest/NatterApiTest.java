package chat.natter.client.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.natter.contract.ConversationId;
import chat.natter.contract.DeviceId;
import chat.natter.contract.Problem;
import chat.natter.contract.UserId;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NatterApiTest {
    private static final String ALICE = "0".repeat(26);
    private static final String BOB = "1".repeat(26);
    private static final String DEVICE = "2".repeat(26);

    private final List<String> requests = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private int status = 200;
    private String answer = "{}";
    private NatterApi api;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
        api = new NatterApi(URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void signsInAsTheDeviceThatItWasBefore() {
        // Given
        answer(201, """
                {"userId":"%s","deviceId":"%s","accessToken":"a","refreshToken":"r","expiresIn":900}
                """.formatted(ALICE, DEVICE));

        // When
        Session session = api.signIn("alice", "secret", new Device(new DeviceId(DEVICE), "laptop", "terminal"));

        // Then
        assertThat(session)
                .isEqualTo(new Session(new UserId(ALICE), new DeviceId(DEVICE), "a", "r", 900))
                .asString()
                .doesNotContain("a,", "=r");
        assertThat(requests).singleElement().asString().contains("POST /v1/sessions", "\"id\":\"" + DEVICE + "\"");
    }

    @Test
    void setsWhatIsForOneselfAlone() {
        // Given
        PersonalApi personal = api.as(() -> "token").personal();
        ConversationId talk = ConversationId.direct(new UserId(ALICE), new UserId(BOB));

        // When
        personal.mute(talk, Instant.parse("2026-03-01T12:00:00Z"));
        personal.mute(talk, null);
        personal.archive(talk, true);
        personal.star(talk, 7, true);
        personal.star(talk, 7, false);

        // Then
        String path = "/v1/conversations/" + talk;
        assertThat(requests).hasSize(5);
        assertThat(requests.get(0))
                .contains("PATCH " + path + "/personal", "{\"mutedUntil\":\"2026-03-01T12:00:00Z\"}");
        assertThat(requests.get(1)).contains("{\"mutedUntil\":null}");
        assertThat(requests.get(2)).contains("{\"archived\":true}");
        assertThat(requests.get(3)).contains("PUT " + path + "/messages/7/star");
        assertThat(requests.get(4)).contains("DELETE " + path + "/messages/7/star");
    }

    @Test
    void carriesTheCodeOfARefusal() {
        // Given
        answer(401, """
                {"type":"urn:natter:problem:unauthenticated","status":401,"code":"unauthenticated","detail":"No."}
                """);

        // When / Then
        assertThatThrownBy(() -> api.refresh("used")).isInstanceOfSatisfying(ApiRefused.class, refused -> {
            assertThat(refused.status()).isEqualTo(401);
            assertThat(refused.problem()).contains(Problem.UNAUTHENTICATED);
            assertThat(refused).hasMessage("No.");
        });
    }

    @Test
    void takesARefusalWithoutABodyForAnInternalOne() {
        // Given
        answer(502, "<html>");

        // When / Then
        assertThatThrownBy(() -> api.refresh("r"))
                .isInstanceOfSatisfying(
                        ApiRefused.class, refused -> assertThat(refused.code()).isEqualTo("internal"));
    }

    @Test
    void saysWhenNobodyAnswers() {
        // Given
        server.stop(0);

        // When / Then
        assertThatThrownBy(() -> api.refresh("r")).isInstanceOf(ApiUnreachable.class);
    }

    @Test
    void doesNotFindAnUnknownUser() {
        // Given
        answer(404, "{\"code\":\"user_unknown\"}");

        // When / Then
        assertThat(user().findUser("nobody & co")).isEmpty();
        assertThat(requests)
                .singleElement()
                .asString()
                .contains("GET /v1/users?username=nobody+%26+co", "Bearer token");
    }

    @Test
    void readsAPageOfHistoryByAscendingSeq() {
        // Given
        ConversationId conversation = ConversationId.direct(new UserId(ALICE), new UserId(BOB));
        answer(200, """
                {"messages":[
                 {"conversation":"%1$s","seq":8,"epoch":1,"from":"%2$s","device":"%3$s",
                  "id":"0190d0a4-6c00-7000-8000-000000000001","at":"2026-01-01T00:00:00.001Z",
                  "content":{"kind":"text","text":"b"}},
                 {"conversation":"%1$s","seq":7,"epoch":1,"from":"%2$s","device":"%3$s",
                  "id":"0190d0a4-6c00-7000-8000-000000000002","at":"2026-01-01T00:00:00.000Z",
                  "content":{"kind":"text","text":"a"}}],"next":7}
                """.formatted(conversation, BOB, DEVICE));

        // When
        MessagePage page = user().messages(conversation, new Window.Before(9, 2));

        // Then
        assertThat(page.messages()).extracting(StoredMessage::seq).containsExactly(7L, 8L);
        assertThat(page.messages().get(0).content().json()).isEqualTo("{\"kind\":\"text\",\"text\":\"a\"}");
        assertThat(page.next()).isEqualTo(7);
        assertThat(requests).singleElement().asString().contains("limit=2&before=9");
    }

    @Test
    void readsPresence() {
        // Given
        answer(
                200,
                "{\"userId\":\"%s\",\"state\":\"offline\",\"lastSeen\":\"2026-01-01T00:00:00.000Z\"}".formatted(BOB));

        // When
        PresenceView presence = user().presence(new UserId(BOB));

        // Then
        assertThat(presence).isEqualTo(new PresenceView("offline", Instant.parse("2026-01-01T00:00:00Z")));
    }

    private UserApi user() {
        return api.as(() -> "token");
    }

    private void answer(int newStatus, String body) {
        status = newStatus;
        answer = body;
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                + exchange.getRequestHeaders().getFirst("Authorization") + " " + body);
        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
