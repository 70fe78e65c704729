package chat.natter.load.faults;

import chat.natter.client.rest.MediaApi;
import chat.natter.client.rest.MediaFile;
import chat.natter.client.rest.NatterApi;
import chat.natter.client.rest.Session;
import chat.natter.client.rest.UploadSlot;
import chat.natter.client.rest.UserApi;
import chat.natter.client.rest.Window;
import chat.natter.contract.ConversationId;
import chat.natter.contract.Digests;
import chat.natter.contract.UserId;
import chat.natter.load.scenario.NewPerson;
import chat.natter.load.scenario.SignedIn;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Asks each service, over the edge, for something that it needs its servers for; each at its own pace. */
final class AskServices implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(500);
    /** A password costs much CPU by design. */
    private static final Duration SIGN_UP_PAUSE = Duration.ofSeconds(3);

    private final List<Question> questions;
    private final ScheduledExecutorService executor;
    private final List<? extends Future<?>> asking;

    private AskServices(List<Question> questions) {
        this.questions = questions;
        this.executor = Executors.newScheduledThreadPool(questions.size(), task -> {
            Thread thread = new Thread(task, "questions");
            thread.setDaemon(true);
            return thread;
        });
        this.asking = questions.stream()
                .map(question -> executor.scheduleWithFixedDelay(
                        question::ask, 0, question.pause().toMillis(), TimeUnit.MILLISECONDS))
                .toList();
    }

    /**
     * Begins to ask, each question now here and now there.
     *
     * @param peer whose presence and messages are asked for
     */
    static AskServices begin(List<URI> edges, UserId peer, Records records) {
        Session session = NewPerson.at(edges.get(0));
        List<NatterApi> apis = edges.stream().map(NatterApi::new).toList();
        SignedIn signedIn = new SignedIn(apis.get(0), session, Clock.systemUTC());
        List<UserApi> users = apis.stream().map(api -> api.as(signedIn::token)).toList();
        ConversationId conversation = ConversationId.direct(session.userId(), peer);
        AtomicInteger turn = new AtomicInteger();
        return new AskServices(List.of(
                new Question("own account", PAUSE, () -> next(users, turn).me(), records),
                new Question("presence", PAUSE, () -> next(users, turn).presence(peer), records),
                new Question(
                        "history",
                        PAUSE,
                        () -> next(users, turn).messages(conversation, new Window.Latest(1)),
                        records),
                new Question("upload", PAUSE, () -> upload(next(users, turn).media(), turn), records),
                // Somebody new each time: one account may not sign in that often.
                new Question("sign-up", SIGN_UP_PAUSE, () -> NewPerson.at(next(edges, turn)), records)));
    }

    /** The names of those that have not been answered since that moment. */
    List<String> openSince(long moment) {
        return questions.stream()
                .filter(question -> !question.isAnsweredSince(moment))
                .map(Question::name)
                .toList();
    }

    private static <T> T next(List<T> all, AtomicInteger turn) {
        return all.get(Math.floorMod(turn.getAndIncrement(), all.size()));
    }

    private static void upload(MediaApi media, AtomicInteger number) {
        byte[] bytes = ("upload " + number.getAndIncrement()).getBytes(StandardCharsets.UTF_8);
        UploadSlot slot =
                media.announce(new MediaFile("application/octet-stream", bytes.length, sha256(bytes), "faults", null));
        if (slot instanceof UploadSlot.OnePut one) {
            media.put(one.put(), BodyPublishers.ofByteArray(bytes));
            media.complete(slot.mediaId());
        }
        media.remove(slot.mediaId());
    }

    private static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(Digests.sha256(bytes));
    }

    @Override
    public void close() {
        asking.forEach(question -> question.cancel(true));
        executor.shutdownNow();
    }
}
