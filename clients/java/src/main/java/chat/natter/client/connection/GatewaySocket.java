package chat.natter.client.connection;

import chat.natter.contract.frame.ClientFrame;
import chat.natter.contract.frame.Decoded;
import chat.natter.contract.frame.ReadServerFrame;
import chat.natter.contract.frame.ServerFrame;
import chat.natter.contract.frame.WriteClientFrame;
import io.vertx.core.Vertx;
import io.vertx.core.http.ClientWebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketConnectOptions;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One socket to one gateway, from the attempt to its end. It ends exactly once, with the {@link Ending} that came
 * first; after that no frame is handed on. Lives on one event loop.
 */
final class GatewaySocket {
    private static final String SUB_PROTOCOL = "natter.v1";
    private static final short NORMAL_CLOSURE = 1000;
    private static final short ABNORMAL_CLOSURE = 1006;
    private static final Duration GREETING = Duration.ofSeconds(10);

    private final Vertx vertx;
    private final ClientWebSocket socket;
    private final Consumer<ServerFrame> onFrame;
    private final Consumer<Ending> onEnd;
    private boolean connected;
    private boolean ended;
    private @Nullable SilenceWatch silence;
    private long timer = -1;

    GatewaySocket(Vertx vertx, WebSocketClient sockets, Consumer<ServerFrame> onFrame, Consumer<Ending> onEnd) {
        this.vertx = vertx;
        this.socket = sockets.webSocket();
        this.onFrame = onFrame;
        this.onEnd = onEnd;
    }

    /** Connects and says hello; a welcome has to follow in time. */
    void open(URI edge, ClientFrame.Hello hello) {
        socket.textMessageHandler(this::read);
        socket.closeHandler(closed -> end(new Ending.Closed(closeCode())));
        socket.exceptionHandler(failure -> end(new Ending.Broken("socket failed")));
        boolean secure = "https".equals(edge.getScheme()) || "wss".equals(edge.getScheme());
        WebSocketConnectOptions options = new WebSocketConnectOptions()
                .setHost(edge.getHost())
                .setPort(edge.getPort() > 0 ? edge.getPort() : secure ? 443 : 80)
                .setSsl(secure)
                .setURI("/v1/chat")
                .addSubProtocol(SUB_PROTOCOL);
        timer = vertx.setTimer(GREETING.toMillis(), late -> end(new Ending.Broken("no welcome in time")));
        socket.connect(options).onComplete(attempt -> {
            if (attempt.failed()) {
                end(new Ending.Broken("gateway not reachable"));
                return;
            }
            connected = true;
            if (ended) {
                socket.close();
            } else {
                say(hello);
            }
        });
    }

    /** The server's welcome has come: from now on silence is watched. */
    void welcomed(Duration heartbeat) {
        vertx.cancelTimer(timer);
        SilenceWatch watch = new SilenceWatch(heartbeat, System.nanoTime());
        silence = watch;
        timer = vertx.setPeriodic(Math.max(1, heartbeat.toMillis() / 2), tick -> {
            switch (watch.at(System.nanoTime())) {
                case FINE -> {}
                case PING -> say(new ClientFrame.Ping());
                case DEAD -> end(new Ending.Broken("no sign of life"));
            }
        });
    }

    void say(ClientFrame frame) {
        if (ended) {
            return;
        }
        socket.writeTextMessage(new String(WriteClientFrame.write(frame), StandardCharsets.UTF_8));
        if (silence != null) {
            silence.said(System.nanoTime());
        }
    }

    /** Closes without telling {@code onEnd}. */
    void leave() {
        if (!ended) {
            ended = true;
            vertx.cancelTimer(timer);
            if (connected) {
                socket.close(NORMAL_CLOSURE);
            }
        }
    }

    void end(Ending ending) {
        if (!ended) {
            leave();
            onEnd.accept(ending);
        }
    }

    private int closeCode() {
        Short code = socket.closeStatusCode();
        return code == null ? ABNORMAL_CLOSURE : code;
    }

    private void read(String text) {
        if (ended) {
            return;
        }
        if (silence != null) {
            silence.heard(System.nanoTime());
        }
        // A frame that this version does not know is not for it: servers gain frames over time.
        if (ReadServerFrame.read(text.getBytes(StandardCharsets.UTF_8)) instanceof Decoded.Frame<ServerFrame> known) {
            onFrame.accept(known.frame());
        }
    }
}
