package chat.natter.gateway.socket;

import chat.natter.contract.Problem;
import chat.natter.contract.frame.ServerFrame;
import chat.natter.gateway.credential.CheckCredentials;
import chat.natter.gateway.edge.Edge;
import chat.natter.gateway.edge.RespondWithProblem;
import chat.natter.gateway.kafka.GatewayIdentity;
import chat.natter.gateway.kafka.PublishRecords;
import chat.natter.gateway.session.SessionContext;
import chat.natter.gateway.session.SessionLimits;
import chat.natter.gateway.trace.FollowMessages;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.tracing.TracingPolicy;
import java.time.Clock;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** One event loop's share of the public port: sockets at {@code /v1/chat}, the REST edge everywhere else. */
final class ServePublicPort extends AbstractVerticle {
    private static final String CHAT = "/v1/chat";
    private static final String SUB_PROTOCOL = "natter.v1";
    // Beyond the announced limit a frame is still read so far, so that it can be answered with our own close code.
    private static final int MAX_FRAME_BYTES = 2 * 1024 * 1024;

    private final SocketConfig config;
    private final CheckCredentials credentials;
    private final GatewayIdentity identity;
    private final PublishRecords publish;
    private final SessionDirectory directory;
    private final CountTraffic traffic;
    private final FollowMessages follow;
    private final Clock clock;
    private final Consumer<EventLoop> started;
    private final Edge edge;
    private volatile boolean refusing;
    private @Nullable AcceptSocket sockets;

    ServePublicPort(Sockets parts, Edge edge, Consumer<EventLoop> started) {
        this.config = parts.config();
        this.credentials = parts.credentials();
        this.identity = parts.identity();
        this.publish = parts.publish();
        this.directory = parts.directory();
        this.traffic = parts.traffic();
        this.follow = parts.follow();
        this.clock = parts.clock();
        this.edge = edge;
        this.started = started;
    }

    @Override
    public void start(Promise<Void> done) {
        EventLoop loop = new EventLoop(context, directory, config.ackDelay(), follow);
        SessionContext session = new SessionContext(
                identity.id(),
                identity.epoch(),
                credentials,
                limits(),
                traffic,
                clock,
                RandomGenerator.of("SecureRandom"));
        sockets = new AcceptSocket(loop, session, publish, config);
        HttpServerOptions options = new HttpServerOptions()
                .setHost(config.host())
                .setPort(config.port())
                .addWebSocketSubProtocol(SUB_PROTOCOL)
                .setMaxWebSocketFrameSize(MAX_FRAME_BYTES)
                .setPerFrameWebSocketCompressionSupported(false)
                .setPerMessageWebSocketCompressionSupported(false)
                .setTcpNoDelay(true)
                // What clients say of traces is not heard: they would decide what is followed.
                .setTracingPolicy(TracingPolicy.IGNORE)
                .setAcceptBacklog(4_096);
        vertx.createHttpServer(options)
                .requestHandler(this::handle)
                .listen()
                .onSuccess(ignored -> {
                    started.accept(loop);
                    done.complete();
                })
                .onFailure(done::fail);
    }

    /** Whether new sockets are sent elsewhere. */
    void refuse(boolean nowRefusing) {
        refusing = nowRefusing;
    }

    private void handle(HttpServerRequest request) {
        if (!request.path().equals(CHAT)) {
            edge.handle(request);
        } else if (refusing) {
            RespondWithProblem.respond(
                    request.response(), Problem.UNAVAILABLE, "this gateway takes no sockets, try another one");
        } else if (!asksForOurProtocol(request)) {
            RespondWithProblem.respond(
                    request.response(), Problem.BAD_REQUEST, "this is a WebSocket of the sub-protocol natter.v1");
        } else if (sockets != null) {
            sockets.accept(request);
        }
    }

    private static boolean asksForOurProtocol(HttpServerRequest request) {
        String upgrade = request.getHeader(HttpHeaders.UPGRADE);
        String protocols = request.getHeader("Sec-WebSocket-Protocol");
        return upgrade != null
                && upgrade.equalsIgnoreCase("websocket")
                && protocols != null
                && Arrays.stream(protocols.split(",", -1)).map(String::trim).anyMatch(SUB_PROTOCOL::equals);
    }

    private SessionLimits limits() {
        return new SessionLimits(
                new ServerFrame.Limits(
                        config.frameBytes(), config.contentBytes(), config.window(), config.sendsPerSecond()),
                config.sendBurst(),
                config.forwardConversations(),
                config.forwardWithin(),
                config.broadcastRecipients(),
                config.helloWithin(),
                config.heartbeat());
    }
}
