package chat.natter.gateway.socket;

import chat.natter.contract.CloseCode;
import chat.natter.gateway.kafka.PublishRecords;
import chat.natter.gateway.session.ClientSession;
import chat.natter.gateway.session.SessionContext;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import org.jboss.logging.Logger;

/** Upgrades a request to a socket of {@code natter.v1} and binds it to its session. */
final class AcceptSocket {
    private static final Logger LOG = Logger.getLogger(AcceptSocket.class);

    private final EventLoop loop;
    private final SessionContext context;
    private final LoopPublisher publisher;
    private final SocketConfig config;

    AcceptSocket(EventLoop loop, SessionContext context, PublishRecords publish, SocketConfig config) {
        this.loop = loop;
        this.context = context;
        this.publisher = new LoopPublisher(publish, loop);
        this.config = config;
    }

    void accept(HttpServerRequest request) {
        request.toWebSocket()
                .onSuccess(this::bind)
                .onFailure(failure -> LOG.debugf("a handshake failed: %s", failure.getMessage()));
    }

    private void bind(ServerWebSocket webSocket) {
        webSocket.setWriteQueueMaxSize(config.maxQueuedBytes());
        ClientSession session = new ClientSession(context, new VertxSocket(webSocket), publisher, loop);
        ReceiveFrames frames = new ReceiveFrames(session, config.frameBytes());
        loop.connected(session);
        webSocket.frameHandler(frames::receive);
        webSocket.pongHandler(ignored -> session.heard());
        webSocket.exceptionHandler(failure -> LOG.debugf("a socket failed: %s", failure.getMessage()));
        webSocket.closeHandler(ignored -> loop.ended(session));
        if (webSocket.isClosed()) {
            session.close(CloseCode.IDLE_TIMEOUT);
            loop.ended(session);
        }
    }
}
