package chat.natter.load;

import static org.awaitility.Awaitility.await;

import chat.natter.contract.frame.ClientFrame;
import chat.natter.contract.frame.Decoded;
import chat.natter.contract.frame.ReadServerFrame;
import chat.natter.contract.frame.ServerFrame;
import chat.natter.contract.frame.WriteClientFrame;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;

/** A bare socket: says what it is told to, right or wrong, and keeps everything that comes. Does nothing by itself. */
final class RawSocket implements WebSocket.Listener, AutoCloseable {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration DEADLINE = Duration.ofSeconds(30);

    private final boolean reads;
    private final List<ServerFrame> frames = new ArrayList<>();
    private final StringBuilder partial = new StringBuilder();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final WebSocket socket;

    private RawSocket(URI gateway, boolean reads) {
        this.reads = reads;
        this.socket = HTTP.newWebSocketBuilder()
                .subprotocols("natter.v1")
                .buildAsync(URI.create(gateway.toString().replaceFirst("^http", "ws") + "/v1/chat"), this)
                .join();
    }

    static RawSocket connect(URI gateway) {
        return new RawSocket(gateway, true);
    }

    /** One that never reads a byte after the handshake, so that whatever is sent to it piles up. */
    static RawSocket connectDeaf(URI gateway) {
        return new RawSocket(gateway, false);
    }

    /** Signs in by access token. */
    RawSocket hello(String token) {
        say(new ClientFrame.Hello(new ClientFrame.Token(token), null, "test"));
        return this;
    }

    /** Comes back by the ticket of an earlier {@code welcome}. */
    RawSocket resume(String ticket) {
        say(new ClientFrame.Hello(new ClientFrame.Ticket(ticket), null, "test"));
        return this;
    }

    void say(ClientFrame frame) {
        sayText(new String(WriteClientFrame.write(frame), StandardCharsets.UTF_8));
    }

    void sayText(String text) {
        socket.sendText(text, true).join();
    }

    /** Without waiting until it is written: the other side may close before it has taken all of it. */
    void startToSay(String text) {
        CompletableFuture<WebSocket> unused = socket.sendText(text, true);
    }

    void sayBytes(byte[] bytes) {
        socket.sendBinary(ByteBuffer.wrap(bytes), true).join();
    }

    synchronized <F extends ServerFrame> List<F> frames(Class<F> type) {
        return frames.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** Everything, in the order in which it came. */
    synchronized List<ServerFrame> frames() {
        return List.copyOf(frames);
    }

    <F extends ServerFrame> F awaitFrame(Class<F> type) {
        return awaitFrame(type, any -> true);
    }

    <F extends ServerFrame> F awaitFrame(Class<F> type, Predicate<F> wanted) {
        return await("a " + type.getSimpleName())
                .atMost(DEADLINE)
                .until(() -> frames(type).stream().filter(wanted).findFirst(), Optional::isPresent)
                .orElseThrow();
    }

    /** The code with which the server closes. */
    int awaitClose() {
        await("the close").atMost(DEADLINE).until(closed::isDone);
        return closed.join();
    }

    /** {@code welcome}, or the code with which the server closes. */
    String awaitWelcomeOrClose() {
        await("an answer to hello")
                .atMost(DEADLINE)
                .until(() ->
                        closed.isDone() || !frames(ServerFrame.Welcome.class).isEmpty());
        return closed.isDone() ? closed.join().toString() : "welcome";
    }

    boolean isClosed() {
        return closed.isDone();
    }

    @Override
    public void onOpen(WebSocket opened) {
        if (reads) {
            opened.request(Long.MAX_VALUE);
        }
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            keep(partial.toString());
            partial.setLength(0);
        }
        return CompletableFuture.completedFuture(null);
    }

    private synchronized void keep(String text) {
        if (ReadServerFrame.read(text.getBytes(StandardCharsets.UTF_8)) instanceof Decoded.Frame<ServerFrame> decoded) {
            frames.add(decoded.frame());
        } else {
            throw new AssertionError("no frame of natter.v1: " + text);
        }
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closed.complete(code);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        closed.completeExceptionally(error);
    }

    @Override
    public void close() {
        socket.abort();
    }
}
