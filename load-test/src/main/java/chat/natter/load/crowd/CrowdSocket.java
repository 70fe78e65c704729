package chat.natter.load.crowd;

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
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * One device of the crowd: as little as a client can be, so that ten thousand fit into one process. Leaves when it is
 * asked to, and then goes elsewhere.
 */
public final class CrowdSocket {
    private static final int COME_BACK_WITHIN_MILLIS = 3_000;
    private static final Random RANDOM = new Random();

    private final Vertx vertx;
    private final WebSocketClient sockets;
    private final List<URI> edges;
    private final UserId user;
    private final CrowdFigures figures;
    private final Map<UserId, PresenceState> seen = new ConcurrentHashMap<>(0);
    private volatile ClientFrame.Credential credential;
    private volatile @Nullable WebSocket socket;
    private volatile boolean welcome;
    private volatile int edge;

    /**
     * A device that is not connected yet.
     *
     * @param edges gateways, of which the first is tried first
     */
    public CrowdSocket(
            Vertx vertx, WebSocketClient sockets, List<URI> edges, UserId user, String token, CrowdFigures figures) {
        this.vertx = vertx;
        this.sockets = sockets;
        this.edges = List.copyOf(edges);
        this.user = user;
        this.credential = new ClientFrame.Token(token);
        this.figures = figures;
    }

    public UserId user() {
        return user;
    }

    public boolean isWelcome() {
        return welcome;
    }

    /** What it was told last of that user; null if nothing. */
    @Nullable
    public PresenceState stateOf(UserId other) {
        return seen.get(other);
    }

    public void connect() {
        URI gateway = edges.get(edge);
        WebSocketConnectOptions options = new WebSocketConnectOptions()
                .setHost(gateway.getHost())
                .setPort(gateway.getPort())
                .setURI("/v1/chat")
                .addSubProtocol("natter.v1");
        sockets.connect(options).onSuccess(this::opened).onFailure(failure -> {
            figures.failures.increment();
            nextEdge();
            comeBack();
        });
    }

    /** As clients do whom the server has closed, or who could not get through. */
    private void comeBack() {
        vertx.setTimer(1 + RANDOM.nextInt(COME_BACK_WITHIN_MILLIS), due -> connect());
    }

    /** Leaves without a word, and stays away. */
    public void drop() {
        WebSocket dropping = socket;
        socket = null;
        welcome = false;
        if (dropping != null) {
            dropping.close();
        }
    }

    public void say(ClientFrame frame) {
        WebSocket present = socket;
        if (present != null && !present.isClosed()) {
            present.writeTextMessage(new String(WriteClientFrame.write(frame), StandardCharsets.UTF_8));
        }
    }

    private void leaveForAnother() {
        if (welcome) {
            drop();
            nextEdge();
            connect();
        }
    }

    private void nextEdge() {
        edge = (edge + 1) % edges.size();
    }

    private void opened(WebSocket opened) {
        socket = opened;
        opened.textMessageHandler(this::take);
        opened.closeHandler(closed -> {
            // One that left by itself has no socket, or another one.
            if (socket == opened) {
                socket = null;
                welcome = false;
                figures.unwanted.increment();
                nextEdge();
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
        } else if (known.frame() instanceof ServerFrame.GoAway away) {
            int delay = away.retryAfterMs() + RANDOM.nextInt(away.jitterMs() + 1);
            vertx.setTimer(Math.max(1, delay), due -> leaveForAnother());
        }
    }
}
