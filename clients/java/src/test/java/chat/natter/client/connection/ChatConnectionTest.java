package chat.natter.client.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.natter.client.rest.NatterApi;
import chat.natter.contract.CloseCode;
import chat.natter.contract.MessageId;
import chat.natter.contract.Problem;
import chat.natter.contract.frame.ClientFrame;
import chat.natter.contract.frame.Content;
import chat.natter.contract.frame.Recipient;
import chat.natter.contract.frame.ServerFrame;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ChatConnectionTest {
    private static final Content HELLO = Content.ofJson("{\"kind\":\"text\",\"text\":\"hello\"}");
    private static final Recipient BOB = new Recipient.ToUser(FakeGateway.BOB);
    private static final Backoff QUICK = new Backoff(Duration.ofMillis(10), Duration.ofMillis(20));

    private static ChatClient client;

    private final FakeGateway gateway = new FakeGateway();
    private final RecordingListener listener = new RecordingListener();

    @BeforeAll
    static void start() {
        client = ChatClient.start(1);
    }

    @AfterAll
    static void stop() {
        client.close();
    }

    @AfterEach
    void closeGateway() {
        gateway.close();
    }

    @Test
    void saysHelloWithATokenUnderTheSubProtocol() {
        // Given
        gateway.welcoming();

        // When
        open(settings());

        // Then
        await().until(() -> listener.welcomes.size() == 1);
        assertThat(gateway.heard(ClientFrame.Hello.class))
                .containsExactly(new ClientFrame.Hello(new ClientFrame.Token("token-1"), null, "natter-java/0.1"));
        assertThat(gateway.lastSocket().subProtocol()).isEqualTo("natter.v1");
    }

    @Test
    void sendsWhatWasAskedForBeforeItWasConnected() {
        // Given
        gateway.welcoming();

        // When
        MessageId id = open(settings()).send(BOB, HELLO);

        // Then
        await().until(() -> gateway.heard(ClientFrame.Send.class).size() == 1);
        assertThat(gateway.heard(ClientFrame.Send.class).get(0).id()).isEqualTo(id);
    }

    @Test
    void comesBackWithTheTicketAndRepeatsWhatHasNoAnswerInOrder() {
        // Given
        gateway.welcoming();
        ChatConnection connection = open(settings());
        MessageId answered = connection.send(BOB, HELLO);
        MessageId second = connection.send(BOB, HELLO);
        MessageId third = connection.send(BOB, HELLO);
        await().until(() -> gateway.heard(ClientFrame.Send.class).size() == 3);
        gateway.say(FakeGateway.sent(answered, 1, false));
        await().until(() -> listener.sent.size() == 1);

        // When
        gateway.lastSocket().close((short) 1011);

        // Then
        await().until(() -> gateway.heard(ClientFrame.Send.class).size() == 5);
        assertThat(gateway.heard(ClientFrame.Hello.class).get(1).credential())
                .isEqualTo(new ClientFrame.Ticket("ticket-1"));
        assertThat(gateway.heard(ClientFrame.Send.class))
                .extracting(ClientFrame.Send::id)
                .endsWith(second, third);
    }

    @Test
    void pullsOnALaterSocketTooUntilThereIsAPage() {
        // Given
        gateway.welcoming();
        MessageId id = open(settings()).pull(FakeGateway.CONVERSATION, 3, 9);
        await().until(() -> gateway.heard(ClientFrame.Pull.class).size() == 1);

        // When
        gateway.lastSocket().close((short) 1011);
        await().until(() -> gateway.heard(ClientFrame.Pull.class).size() == 2);
        ServerFrame.Page page = new ServerFrame.Page(
                id, FakeGateway.CONVERSATION, 3, 4, 4, List.of(), List.of(new ServerFrame.Hole(3, 4, "gone")));
        gateway.say(page);
        gateway.say(page);
        gateway.say(FakeGateway.message(1, 1));

        // Then
        await().until(() -> listener.messages.size() == 1);
        assertThat(listener.pages).containsExactly(page);
        assertThat(gateway.heard(ClientFrame.Pull.class))
                .containsOnly(new ClientFrame.Pull(id, FakeGateway.CONVERSATION, 3, 9));
    }

    @Test
    void fallsBackToATokenWhenTheTicketIsRefused() {
        // Given
        gateway.answering((socket, frame) -> {
            if (frame instanceof ClientFrame.Hello hello) {
                if (hello.credential() instanceof ClientFrame.Ticket) {
                    FakeGateway.close(socket, CloseCode.UNAUTHENTICATED);
                } else {
                    gateway.welcome(socket, "expired-ticket");
                }
            }
        });
        open(settings());
        await().until(() -> listener.welcomes.size() == 1);

        // When
        gateway.lastSocket().close((short) 1001);

        // Then
        await().until(() -> listener.welcomes.size() == 2);
        assertThat(gateway.heard(ClientFrame.Hello.class))
                .extracting(ClientFrame.Hello::credential)
                .containsExactly(
                        new ClientFrame.Token("token-1"),
                        new ClientFrame.Ticket("expired-ticket"),
                        new ClientFrame.Token("token-2"));
    }

    @Test
    void staysAwayWhenTheDeviceIsRevoked() {
        // Given
        gateway.welcoming();
        open(settings());
        await().until(() -> listener.welcomes.size() == 1);

        // When
        FakeGateway.close(gateway.lastSocket(), CloseCode.DEVICE_REVOKED);

        // Then
        await().until(() -> listener.givenUp.equals(List.of(CloseCode.DEVICE_REVOKED)));
        await().during(Duration.ofMillis(100)).until(() -> gateway.sockets.size() == 1);
    }

    @Test
    void triesTheNextGatewayWhenOneIsGone() {
        // Given
        gateway.welcoming();
        FakeGateway gone = new FakeGateway().welcoming();
        open(new ConnectionSettings(List.of(gone.edge(), gateway.edge()), "test", AckPolicy.batched(), QUICK, 100));
        await().until(() -> listener.welcomes.size() == 1);

        // When
        gone.close();

        // Then
        await().until(() -> listener.welcomes.size() == 2);
        assertThat(gateway.sockets).hasSize(1);
    }

    @Test
    void handsEveryEntryOnOnceAndSaysWhereItIsWhenItComesBack() {
        // Given
        gateway.welcoming();
        open(settings());
        await().until(() -> listener.welcomes.size() == 1);
        gateway.say(FakeGateway.message(5, 1));
        gateway.say(FakeGateway.message(8, 2));
        await().until(() -> listener.messages.size() == 2);

        // When
        gateway.lastSocket().close((short) 1011);
        await().until(() -> listener.welcomes.size() == 2);
        gateway.say(FakeGateway.message(8, 2));
        gateway.say(FakeGateway.message(9, 3));

        // Then
        await().until(() -> listener.messages.size() == 3);
        assertThat(listener.messages).extracting(ServerFrame.Message::seq).containsExactly(1L, 2L, 3L);
        assertThat(gateway.heard(ClientFrame.Hello.class).get(1).position()).isEqualTo(8L);
    }

    @Test
    void acknowledgesInBatches() {
        // Given
        gateway.welcoming();
        open(settings().with(new AckPolicy(3, Duration.ofSeconds(60), true)));
        await().until(() -> listener.welcomes.size() == 1);

        // When
        for (int position = 1; position <= 7; position++) {
            gateway.say(FakeGateway.message(position, position));
        }

        // Then
        await().until(() -> listener.messages.size() == 7);
        assertThat(gateway.heard(ClientFrame.Ack.class))
                .containsExactly(new ClientFrame.Ack(3), new ClientFrame.Ack(6));
    }

    @Test
    void acknowledgesALoneEntryAfterAWhile() {
        // Given
        gateway.welcoming();
        open(settings().with(new AckPolicy(100, Duration.ofMillis(20), true)));
        await().until(() -> listener.welcomes.size() == 1);

        // When
        gateway.say(FakeGateway.message(4, 1));

        // Then
        await().until(() -> gateway.heard(ClientFrame.Ack.class).equals(List.of(new ClientFrame.Ack(4))));
    }

    @Test
    void repeatsASendThatIsRefusedForNow() {
        // Given
        AtomicInteger sends = new AtomicInteger();
        gateway.welcoming((socket, frame) -> {
            if (frame instanceof ClientFrame.Send send) {
                FakeGateway.say(
                        socket,
                        sends.incrementAndGet() == 1
                                ? refusal(send, Problem.RATE_LIMITED, 20)
                                : FakeGateway.sent(send.id(), 1, false));
            }
        });

        // When
        MessageId id = open(settings()).send(BOB, HELLO);

        // Then
        await().until(() -> listener.sent.size() == 1);
        assertThat(listener.sent.get(0).re()).isEqualTo(id);
        assertThat(listener.postponed).hasSize(1);
        assertThat(listener.refused).isEmpty();
    }

    @Test
    void tellsASendThatIsRefusedForGood() {
        // Given
        gateway.welcoming((socket, frame) -> {
            if (frame instanceof ClientFrame.Send send) {
                FakeGateway.say(socket, refusal(send, Problem.USER_UNKNOWN, null));
            }
        });

        // When
        open(settings()).send(BOB, HELLO);

        // Then
        await().until(() -> listener.refused.size() == 1);
        assertThat(listener.refused.get(0).code()).isEqualTo("user_unknown");
    }

    @Test
    void tellsAnAnswerOnceHoweverOftenItComes() {
        // Given
        gateway.welcoming((socket, frame) -> {
            if (frame instanceof ClientFrame.Send send) {
                FakeGateway.say(socket, FakeGateway.sent(send.id(), 1, false));
                FakeGateway.say(socket, FakeGateway.sent(send.id(), 1, true));
                FakeGateway.say(socket, FakeGateway.message(1, 1));
            }
        });

        // When
        open(settings()).send(BOB, HELLO);

        // Then
        await().until(() -> listener.messages.size() == 1);
        assertThat(listener.sent).hasSize(1);
    }

    @Test
    void answersAPing() {
        // Given
        gateway.welcoming();
        open(settings());
        await().until(() -> listener.welcomes.size() == 1);

        // When
        gateway.say(new ServerFrame.Ping());

        // Then
        await().until(() -> gateway.heard(ClientFrame.Pong.class).size() == 1);
    }

    @Test
    void givesUpASocketThatHasGoneSilent() {
        // Given
        gateway.heartbeat(1).welcoming();
        open(settings());

        // When
        await().until(() -> gateway.heard(ClientFrame.Ping.class).size() >= 1);

        // Then
        await().until(() -> listener.welcomes.size() >= 2);
        assertThat(listener.disconnected).contains("no sign of life");
    }

    @Test
    void leavesADrainingGatewayAfterTheTimeItNames() {
        // Given
        gateway.welcoming();
        open(settings());
        await().until(() -> listener.welcomes.size() == 1);

        // When
        gateway.say(new ServerFrame.GoAway(30, 10));

        // Then
        await().until(() -> listener.welcomes.size() == 2);
        assertThat(gateway.sockets).hasSize(2);
        assertThat(listener.disconnected).containsExactly("gateway drains");
    }

    @Test
    void saysItsReadMarksAgainOnTheNextConnection() {
        // Given
        gateway.welcoming();
        ChatConnection connection = open(settings());
        connection.read(FakeGateway.CONVERSATION, 3);
        await().until(() -> gateway.heard(ClientFrame.Read.class).size() == 1);

        // When
        connection.reconnect();

        // Then
        await().until(() -> gateway.heard(ClientFrame.Read.class).size() == 2);
        assertThat(gateway.heard(ClientFrame.Read.class))
                .containsOnly(new ClientFrame.Read(FakeGateway.CONVERSATION, 3));
    }

    @Test
    void ignoresAFrameThatItDoesNotKnow() {
        // Given
        gateway.welcoming();
        open(settings());
        await().until(() -> listener.welcomes.size() == 1);

        // When
        gateway.lastSocket().writeTextMessage("{\"type\":\"fanfare\"}");
        gateway.say(FakeGateway.message(1, 1));

        // Then
        await().until(() -> listener.messages.size() == 1);
        assertThat(gateway.sockets).hasSize(1);
    }

    @Test
    void doesNotComeBackAfterItsOwnClose() {
        // Given
        gateway.welcoming();
        ChatConnection connection = open(settings());
        await().until(() -> listener.welcomes.size() == 1);

        // When
        connection.close();

        // Then
        await().until(() -> gateway.lastSocket().isClosed());
        await().during(Duration.ofMillis(100)).until(() -> gateway.sockets.size() == 1);
        assertThat(listener.disconnected).isEmpty();
    }

    private ConnectionSettings settings() {
        return ConnectionSettings.to(gateway.edge()).with(QUICK);
    }

    @Test
    void asksAgainForATokenWhileThereIsNoneToBeHad() throws IOException {
        // Given
        gateway.welcoming();
        AtomicInteger status = new AtomicInteger(503);
        HttpServer api = refusing(status);
        AtomicInteger asked = new AtomicInteger();
        NatterApi rest =
                new NatterApi(URI.create("http://127.0.0.1:" + api.getAddress().getPort()));

        // When
        client.open(
                settings(),
                () -> asked.incrementAndGet() < 3 ? rest.refresh("token").accessToken() : "token",
                listener);

        // Then
        await().until(() -> listener.welcomes.size() == 1);
        assertThat(listener.givenUp).isEmpty();

        // When the account is gone
        status.set(401);
        RecordingListener other = new RecordingListener();
        client.open(settings(), () -> rest.refresh("token").accessToken(), other);

        // Then
        await().until(() -> other.givenUp.equals(List.of(CloseCode.UNAUTHENTICATED)));
        api.stop(0);
    }

    private static HttpServer refusing(AtomicInteger status) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(status.get(), -1);
            exchange.close();
        });
        server.start();
        return server;
    }

    private ChatConnection open(ConnectionSettings settings) {
        AtomicInteger asked = new AtomicInteger();
        return client.open(settings, () -> "token-" + asked.incrementAndGet(), listener);
    }

    private static ServerFrame.Failure refusal(ClientFrame.Send send, Problem problem, @Nullable Integer retryAfter) {
        return new ServerFrame.Failure(send.id().toString(), problem.code(), problem.title(), retryAfter, null);
    }
}
