package chat.natter.load.rolling;

import chat.natter.contract.UserId;
import chat.natter.load.crowd.CrowdFigures;
import chat.natter.load.crowd.CrowdSocket;
import chat.natter.load.crowd.SignCrowd;
import chat.natter.load.onetoone.OneToOneResult;
import chat.natter.load.onetoone.RunOneToOne;
import chat.natter.load.scenario.Findings;
import chat.natter.load.scenario.Gateways;
import chat.natter.load.stack.WatchStack;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/**
 * Some talk at a fixed rate and many are idle; latency is measured, and measured again while each gateway is restarted.
 * What is judged: no message lost, doubled or out of order, every socket asked before it was closed, and all back.
 */
final class RunRolling {
    private static final Duration BACK_WITHIN = Duration.ofSeconds(30);
    private static final int CONNECT_PER_SECOND = 300;
    private static final long LOOK_MILLIS = 20;

    private final RollingPlan plan;
    private final WatchStack stack;
    private final Consumer<String> progress;
    private final CrowdFigures figures = new CrowdFigures();
    private final Findings result =
            new Findings("nothing lost or doubled, and everybody was asked first and came back");

    RunRolling(RollingPlan plan, WatchStack stack, Consumer<String> progress) {
        this.plan = plan;
        this.stack = stack;
        this.progress = progress;
    }

    Findings run() throws IOException, GeneralSecurityException, InterruptedException, ExecutionException {
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setPreferNativeTransport(true));
        try {
            List<CrowdSocket> crowd = gather(vertx);
            progress.accept("before");
            put("before", new RunOneToOne(plan.load(), stack, progress).run("before"));
            progress.accept("restarts");
            put("during", new RunOneToOne(plan.load(), stack, progress).run("restarts", () -> restartAll(crowd)));
            return result;
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    private List<CrowdSocket> gather(Vertx vertx) throws IOException, GeneralSecurityException, InterruptedException {
        progress.accept("gathering " + plan.crowd());
        WebSocketClient client = vertx.createWebSocketClient(new WebSocketClientOptions()
                .setMaxConnections(Integer.MAX_VALUE)
                .setConnectTimeout(10_000));
        List<URI> edges = plan.load().edges();
        SignCrowd sign = new SignCrowd(edges.get(0), plan.signingKey());
        List<CrowdSocket> crowd = new ArrayList<>();
        for (int i = 0; i < plan.crowd(); i++) {
            List<URI> order = Gateways.startingAt(i, edges);
            String user = SignCrowd.newId();
            CrowdSocket socket = new CrowdSocket(vertx, client, order, new UserId(user), sign.tokenFor(user), figures);
            crowd.add(socket);
            socket.connect();
            if (i % CONNECT_PER_SECOND == CONNECT_PER_SECOND - 1) {
                awaitAll(crowd, "did not get in");
            }
        }
        awaitAll(crowd, "did not get in");
        return crowd;
    }

    /** Called while the load is measured. */
    private void restartAll(List<CrowdSocket> crowd) throws IOException, InterruptedException {
        figures.begin();
        long began = System.nanoTime();
        Map<String, Object> restarts = new LinkedHashMap<>();
        for (int gateway = 1; gateway <= plan.load().edges().size(); gateway++) {
            progress.accept("restarting gateway " + gateway);
            long from = secondsSince(began);
            restart(gateway);
            restarts.put("gateway " + gateway, "from second " + from + " to " + secondsSince(began));
            awaitAll(crowd, "did not come back after gateway " + gateway);
        }
        result.put("restarts", restarts);
        result.put("reconnectsPerSecond", figures.welcomes());
        result.put("mostReconnectsInASecond", figures.welcomes().most());
        result.put("failedConnects", figures.failures.sum());
        if (figures.unwanted.sum() > 0) {
            result.fault(figures.unwanted.sum() + " sockets were closed that had not left yet");
        }
    }

    private void restart(int gateway) throws IOException, InterruptedException {
        String command = plan.restart().replace("{}", Integer.toString(gateway));
        int exit = new ProcessBuilder("sh", "-c", command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IOException("cannot restart: " + command + " exits with " + exit);
        }
    }

    private void awaitAll(List<CrowdSocket> crowd, String otherwise) throws InterruptedException {
        long deadline = System.nanoTime() + BACK_WITHIN.toNanos();
        while (!crowd.stream().allMatch(CrowdSocket::isWelcome)) {
            if (System.nanoTime() > deadline) {
                result.fault(
                        crowd.stream().filter(socket -> !socket.isWelcome()).count() + " sockets " + otherwise);
                return;
            }
            Thread.sleep(LOOK_MILLIS);
        }
    }

    private void put(String name, OneToOneResult load) {
        result.put(name, load.asMap());
        result.put(name + "DeliveredMillis", load.delivered().as("delivered, " + name));
        if (!load.isFaultless()) {
            result.fault("messages " + name + ": " + load.asMap().get("faults"));
        }
    }

    private static long secondsSince(long began) {
        return (System.nanoTime() - began) / 1_000_000_000;
    }
}
