package chat.natter.client.connection;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.Context;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Event loops and the WebSocket client that any number of {@link ChatConnection}s share. Each gets one loop for life.
 */
public final class ChatClient implements AutoCloseable {
    private static final int MAX_FRAME_BYTES = 1024 * 1024;
    private static final int CONNECT_TIMEOUT_MILLIS = 5_000;
    private static final int CLOSING_TIMEOUT_SECONDS = 2;

    private final Vertx vertx;
    private final WebSocketClient sockets;
    private final List<Context> loops = new CopyOnWriteArrayList<>();
    private final AtomicInteger opened = new AtomicInteger();

    private ChatClient(int eventLoops) {
        this.vertx = Vertx.vertx(new VertxOptions()
                .setEventLoopPoolSize(eventLoops)
                .setPreferNativeTransport(true)
                .setFileSystemOptions(new FileSystemOptions()
                        .setClassPathResolvingEnabled(false)
                        .setFileCachingEnabled(false)));
        this.sockets = vertx.createWebSocketClient(new WebSocketClientOptions()
                .setMaxConnections(Integer.MAX_VALUE)
                .setConnectTimeout(CONNECT_TIMEOUT_MILLIS)
                .setClosingTimeout(CLOSING_TIMEOUT_SECONDS)
                .setMaxFrameSize(MAX_FRAME_BYTES)
                .setMaxMessageSize(MAX_FRAME_BYTES));
    }

    public static ChatClient start(int eventLoops) {
        ChatClient client = new ChatClient(eventLoops);
        // A verticle is the public way to a context of its own on the next event loop.
        client.vertx
                .deployVerticle(
                        () -> new AbstractVerticle() {
                            @Override
                            public void start() {
                                client.loops.add(context);
                            }
                        },
                        new DeploymentOptions().setInstances(eventLoops))
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        return client;
    }

    /** Connects, and stays connected until it is closed or given up. */
    public ChatConnection open(ConnectionSettings settings, TokenSource tokens, ChatListener listener) {
        Context loop = loops.get(Math.floorMod(opened.getAndIncrement(), loops.size()));
        ChatConnection connection = new ChatConnection(this, loop, settings, tokens, listener);
        connection.start();
        return connection;
    }

    /** Closes every socket. */
    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    Vertx vertx() {
        return vertx;
    }

    WebSocketClient sockets() {
        return sockets;
    }
}
