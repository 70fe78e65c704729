package chat.natter.load.topic;

import chat.natter.contract.ConversationId;
import chat.natter.load.crowd.AtRate;
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
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Readers listen to one topic, in which posts are published at a rate. What is judged: that every reader is told how
 * far the topic is, and reads every post, once and in order.
 */
final class RunTopic {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int EVENT_LOOPS = 2;

    private final TopicPlan plan;
    private final WatchStack stack;
    private final Consumer<String> progress;
    private final ReaderFigures figures = new ReaderFigures();
    private final Findings result = new Findings("every reader has read every post, once and in order");
    private final AwaitOrFault await = new AwaitOrFault(result, PATIENCE);

    RunTopic(TopicPlan plan, WatchStack stack, Consumer<String> progress) {
        this.plan = plan;
        this.stack = stack;
        this.progress = progress;
    }

    Findings run() throws IOException, GeneralSecurityException, InterruptedException {
        ConversationId elsewhere = plan.topic();
        if (elsewhere != null) {
            read(elsewhere, null);
            return result;
        }
        try (Publisher publisher = new Publisher(plan.edges().get(0))) {
            await.until("the topic", () -> publisher.accepted() > 0);
            progress.accept("the topic is " + publisher.topic());
            read(publisher.topic(), publisher);
        }
        return result;
    }

    private void read(ConversationId topic, @Nullable Publisher publisher)
            throws IOException, GeneralSecurityException, InterruptedException {
        Vertx vertx =
                Vertx.vertx(new VertxOptions().setEventLoopPoolSize(EVENT_LOOPS).setPreferNativeTransport(true));
        try {
            List<ReaderSocket> readers = readers(vertx, topic);
            gather(readers);
            awaitTheMoment();
            measure(readers, publisher);
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    private List<ReaderSocket> readers(Vertx vertx, ConversationId topic) throws IOException, GeneralSecurityException {
        progress.accept("signing tokens for " + plan.readers());
        WebSocketClient client = vertx.createWebSocketClient(new WebSocketClientOptions()
                .setMaxConnections(Integer.MAX_VALUE)
                .setConnectTimeout(30_000));
        SignCrowd sign = new SignCrowd(plan.edges().get(0), plan.signingKey());
        List<ReaderSocket> readers = new ArrayList<>();
        for (int i = 0; i < plan.readers(); i++) {
            readers.add(new ReaderSocket(
                    vertx,
                    client,
                    plan.edges().get(i % plan.edges().size()),
                    sign.tokenFor(SignCrowd.newId()),
                    topic,
                    figures));
        }
        return readers;
    }

    private void gather(List<ReaderSocket> readers) throws InterruptedException {
        progress.accept("gathering");
        Watching watching = stack.begin("gathering");
        long began = System.nanoTime();
        AtRate.forEach(readers, plan.connectPerSecond(), ReaderSocket::connect);
        await.until("all to listen", () -> readers.stream().allMatch(ReaderSocket::listens));
        long listening = readers.stream().filter(ReaderSocket::listens).count();
        result.put("listening", listening);
        result.putMillisSince("gatheredMillis", began);
        watching.end(listening, "reader");
    }

    private void awaitTheMoment() throws InterruptedException {
        Instant moment = plan.beginAt();
        if (moment != null) {
            progress.accept("waiting for the moment");
            Thread.sleep(Math.max(0, Duration.between(Instant.now(), moment).toMillis()));
        }
    }

    private void measure(List<ReaderSocket> readers, @Nullable Publisher publisher) throws InterruptedException {
        progress.accept("reading");
        Watching watching = stack.begin("reading");
        figures.readAfter.begin();
        long newsBefore = figures.news.sum();
        long began = System.nanoTime();
        if (publisher != null) {
            publish(publisher);
        }
        await.until("all to be told", () -> readers.stream().allMatch(reader -> reader.told() >= plan.lastSeq()));
        result.putMillisSince("allToldMillis", began);
        await.until("all to have read", () -> readers.stream().allMatch(reader -> reader.read() >= plan.lastSeq()));
        result.putMillisSince("allReadMillis", began);
        result.put("news", figures.news.sum() - newsBefore);
        result.put("pulls", figures.pulls.sum());
        result.put("emptyPages", figures.empty.sum());
        result.put("refused", figures.refused.sum());
        result.put("postsRead", figures.posts.sum());
        result.put("readAfterMillis", figures.readAfter);
        watching.end(figures.posts.sum(), "post read");
        judge(readers);
    }

    private void judge(List<ReaderSocket> readers) {
        long owed = (long) readers.size() * plan.posts();
        if (figures.posts.sum() != owed) {
            result.fault(figures.posts.sum() + " posts were read instead of " + owed);
        }
        if (figures.outOfOrder.sum() > 0) {
            result.fault(figures.outOfOrder.sum() + " posts came out of order");
        }
        if (figures.closed.sum() > 0) {
            result.fault(figures.closed.sum() + " sockets were closed");
        }
    }

    private void publish(Publisher publisher) throws InterruptedException {
        long began = System.nanoTime();
        for (int i = 0; i < plan.posts(); i++) {
            while (System.nanoTime() - began < i * plan.every().toNanos()) {
                Thread.sleep(1);
            }
            publisher.publish();
        }
        await.until("all posts to be accepted", () -> publisher.accepted() >= plan.lastSeq());
    }
}
