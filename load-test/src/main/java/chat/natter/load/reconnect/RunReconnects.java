package chat.natter.load.reconnect;

import chat.natter.client.rest.Session;
import chat.natter.load.scenario.NewPerson;
import chat.natter.load.stack.WatchStack;
import chat.natter.load.stack.Watching;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Signs people up, lets their devices come and go, and says what it took. */
final class RunReconnects {
    private final ReconnectPlan plan;
    private final WatchStack stack;
    private final Consumer<String> progress;

    RunReconnects(ReconnectPlan plan, WatchStack stack, Consumer<String> progress) {
        this.plan = plan;
        this.stack = stack;
        this.progress = progress;
    }

    ReconnectResult run() throws InterruptedException {
        progress.accept("signing up " + plan.clients() + " people");
        List<Session> sessions = new ArrayList<>();
        for (int i = 0; i < plan.clients(); i++) {
            sessions.add(NewPerson.at(plan.edge()));
        }
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
        try {
            WebSocketClient client =
                    vertx.createWebSocketClient(new WebSocketClientOptions().setMaxConnections(plan.clients() + 1));
            WebSocketConnectOptions gateway = new WebSocketConnectOptions()
                    .setHost(plan.edge().getHost())
                    .setPort(plan.edge().getPort())
                    .setURI("/v1/chat")
                    .addSubProtocol("natter.v1");
            Tally tally = new Tally();
            for (Session session : sessions) {
                vertx.runOnContext(
                        start -> new ReturningDevice(client, gateway, tally, session.accessToken()).comeBack());
            }
            progress.accept("warming up for " + plan.warmUp().toSeconds() + " s");
            Thread.sleep(plan.warmUp().toMillis());
            progress.accept("measuring for " + plan.duration().toSeconds() + " s");
            Watching watching = stack.begin("measuring");
            tally.measure();
            long started = System.nanoTime();
            Thread.sleep(plan.duration().toMillis());
            tally.end();
            double seconds = (System.nanoTime() - started) / 1e9;
            return new ReconnectResult(seconds, tally, watching.end(tally.helloToWelcome.count(), "reconnect"));
        } finally {
            vertx.close();
        }
    }
}
