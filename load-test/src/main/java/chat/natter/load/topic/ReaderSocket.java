package chat.natter.load.topic;

import chat.natter.contract.ConversationId;
import chat.natter.contract.MessageId;
import chat.natter.contract.frame.ClientFrame;
import chat.natter.contract.frame.Decoded;
import chat.natter.contract.frame.LogEntry;
import chat.natter.contract.frame.ReadServerFrame;
import chat.natter.contract.frame.ServerFrame;
import chat.natter.contract.frame.WriteClientFrame;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketConnectOptions;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * One reader, as little as a client can be: listens, and when it is told of something new lets a random part of the
 * spread pass and pulls. Its state belongs to the event loop of its socket.
 */
final class ReaderSocket {
    private static final int ARCHIVE_LAG_MILLIS = 250;
    private static final int AGAIN_MILLIS = 1_000;

    private final Vertx vertx;
    private final WebSocketClient sockets;
    private final URI gateway;
    private final String token;
    private final ConversationId topic;
    private final ReaderFigures figures;
    private @Nullable WebSocket socket;
    private boolean pulling;
    private volatile boolean listens;
    private volatile long told;
    private volatile long read;

    ReaderSocket(
            Vertx vertx,
            WebSocketClient sockets,
            URI gateway,
            String token,
            ConversationId topic,
            ReaderFigures figures) {
        this.vertx = vertx;
        this.sockets = sockets;
        this.gateway = gateway;
        this.token = token;
        this.topic = topic;
        this.figures = figures;
    }

    boolean listens() {
        return listens;
    }

    /** Up to where it was told that there is something. */
    long told() {
        return told;
    }

    /** Up to where it has read. */
    long read() {
        return read;
    }

    void connect() {
        WebSocketConnectOptions options = new WebSocketConnectOptions()
                .setHost(gateway.getHost())
                .setPort(gateway.getPort())
                .setURI("/v1/chat")
                .addSubProtocol("natter.v1");
        sockets.connect(options)
                .onSuccess(this::opened)
                .onFailure(failure -> vertx.setTimer(AGAIN_MILLIS, due -> connect()));
    }

    private void opened(WebSocket opened) {
        socket = opened;
        opened.textMessageHandler(this::take);
        opened.closeHandler(closed -> figures.closed.increment());
        say(new ClientFrame.Hello(new ClientFrame.Token(token), null, "reader"));
    }

    private void say(ClientFrame frame) {
        WebSocket present = socket;
        if (present != null && !present.isClosed()) {
            present.writeTextMessage(new String(WriteClientFrame.write(frame), StandardCharsets.UTF_8));
        }
    }

    private void take(String text) {
        if (!(ReadServerFrame.read(text.getBytes(StandardCharsets.UTF_8))
                instanceof Decoded.Frame<ServerFrame> known)) {
            return;
        }
        if (known.frame() instanceof ServerFrame.Welcome) {
            listen();
        } else if (known.frame() instanceof ServerFrame.News news) {
            heard(news);
        } else if (known.frame() instanceof ServerFrame.Page page) {
            got(page);
        } else if (known.frame() instanceof ServerFrame.Failure failure) {
            refused(failure);
        }
    }

    private void listen() {
        say(new ClientFrame.Listen(new MessageId(UUID.randomUUID()), topic));
    }

    private void heard(ServerFrame.News news) {
        figures.news.increment();
        told = Math.max(told, news.seq());
        if (news.re() != null && !listens) {
            // What was before this reader came is not measured.
            read = news.seq();
            listens = true;
        } else {
            pullAfter(ThreadLocalRandom.current().nextInt(news.spreadMs() + 1));
        }
    }

    private void pullAfter(int delayMillis) {
        if (!pulling && read < told) {
            pulling = true;
            vertx.setTimer(Math.max(1, delayMillis), due -> pull());
        }
    }

    private void pull() {
        figures.pulls.increment();
        say(new ClientFrame.Pull(new MessageId(UUID.randomUUID()), topic, read + 1, told));
    }

    private void got(ServerFrame.Page page) {
        for (LogEntry entry : page.messages()) {
            if (entry.seq() != read + 1) {
                figures.outOfOrder.increment();
            }
            read = entry.seq();
            figures.read(Duration.between(entry.at(), Clock.systemUTC().instant()));
        }
        if (page.messages().isEmpty()) {
            figures.empty.increment();
        }
        pulling = false;
        pullAfter(page.messages().isEmpty() ? ARCHIVE_LAG_MILLIS : 1);
    }

    private void refused(ServerFrame.Failure failure) {
        figures.refused.increment();
        Integer retryAfter = failure.retryAfterMs();
        vertx.setTimer(retryAfter == null ? AGAIN_MILLIS : Math.max(1, retryAfter), due -> {
            if (listens) {
                pulling = false;
                pullAfter(1);
            } else {
                listen();
            }
        });
    }
}
