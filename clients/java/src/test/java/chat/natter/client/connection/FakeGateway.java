package chat.natter.client.connection;

import chat.natter.contract.CloseCode;
import chat.natter.contract.ConversationId;
import chat.natter.contract.DeviceId;
import chat.natter.contract.GatewayId;
import chat.natter.contract.MessageId;
import chat.natter.contract.SessionId;
import chat.natter.contract.UserId;
import chat.natter.contract.frame.ClientFrame;
import chat.natter.contract.frame.Content;
import chat.natter.contract.frame.Decoded;
import chat.natter.contract.frame.ReadClientFrame;
import chat.natter.contract.frame.ServerFrame;
import chat.natter.contract.frame.WriteServerFrame;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.ServerWebSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;

/** The other end of a socket, for tests: records what it hears and says what it is told to. */
final class FakeGateway implements AutoCloseable {
    static final UserId ALICE = new UserId("0".repeat(26));
    static final UserId BOB = new UserId("1".repeat(26));
    static final DeviceId DEVICE = new DeviceId("2".repeat(26));
    static final ConversationId CONVERSATION = ConversationId.direct(ALICE, BOB);

    final List<ClientFrame> heard = new CopyOnWriteArrayList<>();
    final List<ServerWebSocket> sockets = new CopyOnWriteArrayList<>();

    private final Vertx vertx = Vertx.vertx();
    private final HttpServer server;
    private volatile int heartbeatSeconds = 30;
    private volatile BiConsumer<ServerWebSocket, ClientFrame> answer = (socket, frame) -> {};

    FakeGateway() {
        server = vertx.createHttpServer(
                new HttpServerOptions().setPort(0).setHost("127.0.0.1").setWebSocketSubProtocols(List.of("natter.v1")));
        server.webSocketHandler(socket -> {
            sockets.add(socket);
            socket.textMessageHandler(text -> hear(socket, text));
        });
        server.listen().toCompletionStage().toCompletableFuture().join();
    }

    URI edge() {
        return URI.create("http://127.0.0.1:" + server.actualPort());
    }

    FakeGateway heartbeat(int seconds) {
        heartbeatSeconds = seconds;
        return this;
    }

    /** What it does on each frame, after it has recorded it. */
    FakeGateway answering(BiConsumer<ServerWebSocket, ClientFrame> changed) {
        answer = changed;
        return this;
    }

    /** Welcomes every hello; further frames are left to {@code then}. */
    FakeGateway welcoming(BiConsumer<ServerWebSocket, ClientFrame> then) {
        return answering((socket, frame) -> {
            if (frame instanceof ClientFrame.Hello) {
                welcome(socket, "ticket-" + sockets.size());
            }
            then.accept(socket, frame);
        });
    }

    FakeGateway welcoming() {
        return welcoming((socket, frame) -> {});
    }

    <F extends ClientFrame> List<F> heard(Class<F> kind) {
        return heard.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    ServerWebSocket lastSocket() {
        return sockets.get(sockets.size() - 1);
    }

    void say(ServerFrame frame) {
        say(lastSocket(), frame);
    }

    static void say(ServerWebSocket socket, ServerFrame frame) {
        socket.writeTextMessage(new String(WriteServerFrame.write(frame), StandardCharsets.UTF_8));
    }

    void welcome(ServerWebSocket socket, String ticket) {
        say(
                socket,
                new ServerFrame.Welcome(
                        ALICE,
                        DEVICE,
                        new SessionId("3".repeat(26)),
                        new GatewayId("gateway-1"),
                        0,
                        ticket,
                        heartbeatSeconds,
                        new ServerFrame.Limits(65_536, 16_384, 64, 1_000),
                        Instant.EPOCH));
    }

    static void close(ServerWebSocket socket, CloseCode code) {
        socket.close((short) code.code(), code.reason());
    }

    static ServerFrame.Message message(long position, long seq) {
        return new ServerFrame.Message(
                position,
                CONVERSATION,
                seq,
                1,
                BOB,
                DEVICE,
                new MessageId(UUID.randomUUID()),
                Instant.EPOCH,
                Content.ofJson("{\"kind\":\"text\",\"text\":\"hello\"}"),
                null,
                null);
    }

    static ServerFrame.Sent sent(MessageId id, long seq, boolean duplicate) {
        return new ServerFrame.Sent(id, CONVERSATION, seq, 1, Instant.EPOCH, duplicate);
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private void hear(ServerWebSocket socket, String text) {
        if (ReadClientFrame.read(text.getBytes(StandardCharsets.UTF_8)) instanceof Decoded.Frame<ClientFrame> known) {
            heard.add(known.frame());
            answer.accept(socket, known.frame());
        }
    }
}
