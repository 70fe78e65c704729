package chat.natter.client.terminal;

import chat.natter.client.connection.AckPolicy;
import chat.natter.client.connection.ChatClient;
import chat.natter.client.connection.ChatConnection;
import chat.natter.client.connection.ConnectionSettings;
import chat.natter.client.media.UploadFile;
import chat.natter.client.rest.NatterApi;
import chat.natter.client.rest.Profile;
import chat.natter.client.rest.UserApi;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Runs one chat from the first line to the last: three threads, of which only one touches the {@link Chat}. */
final class RunChat {
    private static final Duration LAST_ANSWERS = Duration.ofSeconds(10);
    private static final long TICK_MILLIS = 50;

    private final URI edge;
    private final NatterApi api;
    private final SignedInDevice device;
    private final Console console;
    private final Path state;
    private final ExecutorService chatThread = Executors.newSingleThreadExecutor(task -> daemon(task, "chat"));
    private final BlockingQueue<Optional<String>> lines = new LinkedBlockingQueue<>();

    RunChat(URI edge, NatterApi api, SignedInDevice device, Console console, Path state) {
        this.edge = edge;
        this.api = api;
        this.device = device;
        this.console = console;
        this.state = state;
    }

    /** Returns when the chat is over; throws {@link ChatFailure} if it cannot begin or messages stay unanswered. */
    void run(@Nullable String to) throws InterruptedException {
        UserApi user = api.as(device::token);
        Profile me = user.me();
        UploadFile uploadFile =
                new UploadFile(user.media(), new RememberedUploads(state.resolve("uploads-" + me.userId())));
        Chat chat = new Chat(
                me,
                device.session().deviceId(),
                user,
                new SendFiles(uploadFile, console.screen(), chatThread),
                new FetchExport(user.exports(), console.screen(), chatThread),
                console.screen(),
                Clock.systemUTC());
        try (ChatClient client = ChatClient.start(1)) {
            ConnectionSettings settings =
                    ConnectionSettings.to(edge).with(AckPolicy.manual()).named("natter-chat/0.1");
            ChatConnection connection = client.open(settings, device, chat.onEventLoop(chatThread));
            boolean begun = await(() -> {
                chat.start(connection);
                return to == null || chat.talkTo(to);
            });
            if (!begun) {
                throw new ChatFailure("nobody to talk to");
            }
            daemon(this::readLines, "input").start();
            handleLines(chat);
            connection.close();
        } finally {
            chatThread.shutdownNow();
        }
    }

    private void readLines() {
        String line;
        do {
            line = console.readLine();
            lines.add(Optional.ofNullable(line));
        } while (line != null);
    }

    private void handleLines(Chat chat) throws InterruptedException {
        while (!await(chat::isOver)) {
            Optional<String> line = lines.poll(TICK_MILLIS, TimeUnit.MILLISECONDS);
            String typing = console.typed();
            await(() -> {
                chat.types(typing);
                return true;
            });
            if (line != null && line.isPresent()) {
                String typed = line.get();
                await(() -> {
                    chat.handle(ReadInput.read(typed));
                    return true;
                });
            } else if (line != null) {
                awaitLastAnswers(chat);
                return;
            }
        }
    }

    /** The input ended, as in {@code echo hello | natter chat}: what it said is still to arrive. */
    private void awaitLastAnswers(Chat chat) throws InterruptedException {
        long deadline = System.nanoTime() + LAST_ANSWERS.toNanos();
        while (await(chat::anyPending)) {
            if (await(chat::anyFileOnItsWay)) {
                deadline = System.nanoTime() + LAST_ANSWERS.toNanos();
            } else if (System.nanoTime() > deadline) {
                throw new ChatFailure("the last messages got no answer");
            }
            TimeUnit.MILLISECONDS.sleep(TICK_MILLIS);
        }
    }

    private boolean await(Callable<Boolean> onChatThread) throws InterruptedException {
        try {
            return chatThread.submit(onChatThread).get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException unchecked) {
                throw unchecked;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }
}
