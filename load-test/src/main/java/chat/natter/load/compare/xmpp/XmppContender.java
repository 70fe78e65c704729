package chat.natter.load.compare.xmpp;

import chat.natter.load.compare.trial.Contender;
import chat.natter.load.compare.trial.Line;
import chat.natter.load.compare.trial.LineListener;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A server that speaks XMPP over WebSocket. */
public final class XmppContender implements Contender {
    private static final int EVENT_LOOPS = 2;
    private static final int CONNECT_TIMEOUT_MILLIS = 10_000;
    private static final int JOIN_SECONDS = 60;

    private final XmppServer server;
    private final Vertx vertx;
    private final WebSocketClient client;
    private final WebSocketConnectOptions address;
    private final List<Context> loops = new ArrayList<>();
    private int admitted;

    XmppContender(XmppServer server) {
        this.server = server;
        this.vertx =
                Vertx.vertx(new VertxOptions().setEventLoopPoolSize(EVENT_LOOPS).setPreferNativeTransport(true));
        this.client = vertx.createWebSocketClient(new WebSocketClientOptions()
                .setMaxConnections(Integer.MAX_VALUE)
                .setConnectTimeout(CONNECT_TIMEOUT_MILLIS));
        this.address = new WebSocketConnectOptions()
                .setHost("127.0.0.1")
                .setPort(server.port())
                .setURI(server.path())
                .setSubProtocols(XmppLine.protocols());
        for (int loop = 0; loop < EVENT_LOOPS; loop++) {
            loops.add(vertx.getOrCreateContext());
        }
    }

    @Override
    public String name() {
        return server.name();
    }

    @Override
    public boolean isDurable() {
        return server.isDurable();
    }

    @Override
    public Map<String, Long> processes() {
        return server.processes();
    }

    @Override
    public void admit(int people) throws IOException, InterruptedException {
        if (people > admitted) {
            server.admit(admitted, people);
            admitted = people;
        }
    }

    @Override
    public Line connect(int person, LineListener listener) {
        XmppLine line = new XmppLine(
                loops.get(person % loops.size()), client, new WebSocketConnectOptions(address), person, listener);
        line.connect();
        return line;
    }

    @Override
    public void gather(List<Line> members) throws InterruptedException {
        for (Line member : members) {
            CountDownLatch joined = new CountDownLatch(1);
            ((XmppLine) member).join(joined::countDown);
            if (!joined.await(JOIN_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the room of " + name() + " does not let everybody in");
            }
        }
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
        server.close();
    }
}
