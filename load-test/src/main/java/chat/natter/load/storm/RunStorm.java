package chat.natter.load.storm;

import chat.natter.contract.PresenceState;
import chat.natter.contract.UserId;
import chat.natter.contract.frame.ClientFrame;
import chat.natter.load.crowd.AtRate;
import chat.natter.load.crowd.CrowdFigures;
import chat.natter.load.crowd.CrowdSocket;
import chat.natter.load.crowd.SignCrowd;
import chat.natter.load.scenario.AwaitOrFault;
import chat.natter.load.scenario.Findings;
import chat.natter.load.stack.WatchStack;
import chat.natter.load.stack.Watching;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/**
 * A crowd gathers, some watch a part of it, and all of the crowd vanishes at once and comes back. What is judged: that
 * everybody comes back, and that whoever watches knows the truth in the end. Latency of others is measured by a
 * one-to-one load beside it.
 */
final class RunStorm {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    /** Longer than the grace and the throttle together: what is going to be told has been told by then. */
    private static final Duration SETTLED = Duration.ofSeconds(17);

    private static final Duration CHURN_PERIOD = Duration.ofMillis(5_500);
    private static final int EVENT_LOOPS = 2;
    private static final long LOOK_MILLIS = 20;

    private final StormPlan plan;
    private final WatchStack stack;
    private final Consumer<String> progress;
    private final CrowdFigures figures = new CrowdFigures();
    private final Findings result = new Findings("everybody came back, and all who watch know it");
    private final AwaitOrFault await = new AwaitOrFault(result, PATIENCE);
    private final Random random = new Random();

    RunStorm(StormPlan plan, WatchStack stack, Consumer<String> progress) {
        this.plan = plan;
        this.stack = stack;
        this.progress = progress;
    }

    Findings run() throws IOException, GeneralSecurityException, InterruptedException {
        Vertx vertx =
                Vertx.vertx(new VertxOptions().setEventLoopPoolSize(EVENT_LOOPS).setPreferNativeTransport(true));
        try {
            WebSocketClient client = vertx.createWebSocketClient(new WebSocketClientOptions()
                    .setMaxConnections(Integer.MAX_VALUE)
                    .setConnectTimeout(30_000));
            progress.accept("signing tokens for " + (plan.sockets() + plan.watchers()));
            SignCrowd sign = new SignCrowd(plan.edges().get(0), plan.signingKey());
            List<CrowdSocket> crowd = sockets(vertx, client, sign, plan.sockets());
            List<CrowdSocket> watchers = sockets(vertx, client, sign, plan.watchers());
            gather(crowd, watchers);
            List<UserId> watched =
                    crowd.stream().limit(plan.watched()).map(CrowdSocket::user).toList();
            watch(watchers, watched);
            churn(crowd.subList(0, watched.size()));
            storm(vertx, crowd, watchers, watched);
            leave(crowd, watchers, watched);
            result.put("closedByServer", figures.unwanted.sum());
            return result;
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    private List<CrowdSocket> sockets(Vertx vertx, WebSocketClient client, SignCrowd sign, int count)
            throws GeneralSecurityException {
        List<CrowdSocket> sockets = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            List<URI> edge = List.of(plan.edges().get(i % plan.edges().size()));
            String user = SignCrowd.newId();
            sockets.add(new CrowdSocket(vertx, client, edge, new UserId(user), sign.tokenFor(user), figures));
        }
        return sockets;
    }

    private void gather(List<CrowdSocket> crowd, List<CrowdSocket> watchers) throws InterruptedException {
        progress.accept("gathering");
        Watching watching = stack.begin("gathering");
        List<CrowdSocket> all = new ArrayList<>(crowd);
        all.addAll(watchers);
        AtRate.forEach(all, plan.connectPerSecond(), CrowdSocket::connect);
        await.until("the crowd", () -> all.stream().allMatch(CrowdSocket::isWelcome));
        watching.end(all.size(), "socket");
    }

    private void watch(List<CrowdSocket> watchers, List<UserId> watched) throws InterruptedException {
        progress.accept("watching");
        long began = System.nanoTime();
        watchers.forEach(watcher -> watcher.say(new ClientFrame.Watch(null, watched)));
        await.until("answers to all watches", () -> allSee(watchers, watched, PresenceState.ONLINE));
        result.putMillisSince("watchesAnsweredMillis", began);
    }

    private void churn(List<CrowdSocket> changing) throws InterruptedException {
        if (plan.churn().isZero()) {
            return;
        }
        progress.accept("churning");
        Watching watching = stack.begin("churn");
        long frames = figures.presences.sum();
        long changes = 0;
        long end = System.nanoTime() + plan.churn().toNanos();
        boolean active = false;
        while (System.nanoTime() < end) {
            long next = System.nanoTime() + CHURN_PERIOD.toNanos();
            for (CrowdSocket one : changing) {
                one.say(new ClientFrame.Activity(active));
                changes++;
            }
            active = !active;
            while (System.nanoTime() < next) {
                Thread.sleep(LOOK_MILLIS);
            }
        }
        if (active) {
            changing.forEach(one -> one.say(new ClientFrame.Activity(true)));
        }
        result.put("churnChanges", changes);
        result.put("churnFrames", figures.presences.sum() - frames);
        watching.end(changes, "change");
    }

    private void storm(Vertx vertx, List<CrowdSocket> crowd, List<CrowdSocket> watchers, List<UserId> watched)
            throws InterruptedException {
        awaitTheMoment();
        progress.accept("storm");
        Watching watching = stack.begin("storm");
        long frames = figures.presences.sum();
        crowd.forEach(CrowdSocket::drop);
        figures.begin();
        long began = System.nanoTime();
        crowd.forEach(
                one -> vertx.setTimer(1 + random.nextInt((int) plan.backWithin().toMillis()), due -> one.connect()));
        await.until("all to be back", () -> crowd.stream().allMatch(CrowdSocket::isWelcome));
        long back = System.nanoTime();
        result.putMillisSince("allBackMillis", began);
        await.until("all watchers to know", () -> allSee(watchers, watched, PresenceState.ONLINE));
        result.putMillisSince("convergedAfterLastMillis", back);
        Thread.sleep(SETTLED.toMillis());
        if (!allSee(watchers, watched, PresenceState.ONLINE)) {
            result.fault("somebody does not stay online");
        }
        result.put("reconnectsPerSecond", figures.welcomes());
        result.put("failedConnects", figures.failures.sum());
        result.put("stormFrames", figures.presences.sum() - frames);
        watching.end(crowd.size(), "socket");
    }

    private void awaitTheMoment() throws InterruptedException {
        Instant moment = plan.vanishAt();
        if (moment != null) {
            long wait = Duration.between(Instant.now(), moment).toMillis();
            if (wait < 0) {
                result.fault("not gathered at the moment to vanish");
            }
            Thread.sleep(Math.max(0, wait));
        }
    }

    private void leave(List<CrowdSocket> crowd, List<CrowdSocket> watchers, List<UserId> watched)
            throws InterruptedException {
        progress.accept("leaving");
        long began = System.nanoTime();
        crowd.forEach(CrowdSocket::drop);
        await.until("nobody to be left", () -> allSee(watchers, watched, PresenceState.OFFLINE));
        result.putMillisSince("offlineAfterMillis", began);
    }

    private static boolean allSee(List<CrowdSocket> watchers, List<UserId> watched, PresenceState wanted) {
        return watchers.stream()
                .allMatch(watcher -> watched.stream().allMatch(user -> watcher.stateOf(user) == wanted));
    }
}
