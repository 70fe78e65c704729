package chat.natter.load.storm;

import chat.natter.contract.PresenceState;
import chat.natter.contract.UserId;
import chat.natter.contract.frame.ClientFrame;
import chat.natter.contract.frame.Decoded;
import chat.natter.contract.frame.ReadServerFrame;
import chat.natter.contract.frame.ServerFrame;
import chat.natter.contract.frame.WriteClientFrame;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketConnectOptions;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** One device of the crowd: as little as a client can be, so that twenty thousand fit into one process. */
final class CrowdSocket {
    private static final int COME_BACK_WITHIN_MILLIS = 3_000;
    private static final Random RANDOM = new Random();

    private final Vertx vertx;
    private final WebSocketClient sockets;
    private final URI edge;
    private final UserId user;
    private final Figures figures;
    private final Map<UserId, PresenceState> seen = new ConcurrentHashMap<>(0);
    private volatile ClientFrame.Credential credential;
    private volatile @Nullable WebSocket socket;
    private volatile boolean welcome;

    CrowdSocket(Vertx vertx, WebSocketClient sockets, URI edge, UserId user, String token, Figures figures) {
        this.vertx = vertx;
        this.sockets = sockets;
        this.edge = edge;
        this.user = user;
        this.credential = new ClientFrame.Token(token);
        this.figures = figures;
    }

    UserId user() {
        return user;
    }

    boolean isWelcome() {
        return welcome;
    }

    /** What it was told last of that user; null if nothing. */
    @Nullable
    PresenceState stateOf(UserId other) {
        return seen.get(other);
    }

    void connect() {
        WebSocketConnectOptions options = new WebSocketConnectOptions()
                .setHost(edge.getHost())
                .setPort(edge.getPort())
                .setURI("/v1/chat")
                .addSubProtocol("natter.v1");
        sockets.connect(options).onSuccess(this::opened).onFailure(failure -> {
            figures.failures.increment();
            comeBack();
        });
    }

    /** As clients do whom the server has closed, or who could not get through. */
    private void comeBack() {
        vertx.setTimer(1 + RANDOM.nextInt(COME_BACK_WITHIN_MILLIS), due -> connect());
    }

    void drop() {
        WebSocket dropping = socket;
        welcome = false;
        if (dropping != null) {
            dropping.close();
        }
    }

    void say(ClientFrame frame) {
        WebSocket present = socket;
        if (present != null && !present.isClosed()) {
            present.writeTextMessage(new String(WriteClientFrame.write(frame), StandardCharsets.UTF_8));
        }
    }

    private void opened(WebSocket opened) {
        socket = opened;
        opened.textMessageHandler(this::take);
        opened.closeHandler(closed -> {
            if (welcome) {
                welcome = false;
                figures.unwanted.increment();
                comeBack();
            }
        });
        say(new ClientFrame.Hello(credential, null, "storm"));
    }

    private void take(String text) {
        if (!(ReadServerFrame.read(text.getBytes(StandardCharsets.UTF_8))
                instanceof Decoded.Frame<ServerFrame> known)) {
            return;
        }
        if (known.frame() instanceof ServerFrame.Welcome welcomed) {
            credential = new ClientFrame.Ticket(welcomed.ticket());
            welcome = true;
            figures.welcomed();
        } else if (known.frame() instanceof ServerFrame.Presence presence) {
            seen.put(presence.user(), presence.state());
            figures.presences.increment();
        }
    }
}
