package chat.natter.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.natter.contract.frame.Decoded;
import chat.natter.contract.frame.ReadServerFrame;
import chat.natter.contract.frame.ServerFrame;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A client that does nothing by itself. */
final class ChatClient implements WebSocket.Listener, AutoCloseable {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final List<ServerFrame> frames = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder text = new StringBuilder();
    private final WebSocket socket;

    ChatClient(URI gateway) {
        URI chat = URI.create(gateway.toString().replaceFirst("^http", "ws"));
        socket = HTTP.newWebSocketBuilder()
                .subprotocols("natter.v1")
                .buildAsync(chat, this)
                .join();
    }

    void send(String json) {
        socket.sendText(json, true).join();
    }

    void sendInFragments(String json) {
        int half = json.length() / 2;
        socket.sendText(json.substring(0, half), false).join();
        socket.sendText(json.substring(half), true).join();
    }

    void sendBinary() {
        socket.sendBinary(ByteBuffer.wrap(new byte[] {1}), true).join();
    }

    String subprotocol() {
        return socket.getSubprotocol();
    }

    <F extends ServerFrame> List<F> frames(Class<F> kind) {
        return frames.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    <F extends ServerFrame> F awaitFirst(Class<F> kind) {
        await().untilAsserted(() -> assertThat(frames(kind)).isNotEmpty());
        return frames(kind).get(0);
    }

    int awaitClose() {
        await().until(closed::isDone);
        return closed.join();
    }

    @Override
    public void close() {
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "")
                .exceptionally(alreadyClosed -> socket)
                .join();
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        text.append(data);
        if (last) {
            byte[] whole = text.toString().getBytes(StandardCharsets.UTF_8);
            text.setLength(0);
            if (ReadServerFrame.read(whole) instanceof Decoded.Frame<ServerFrame> frame) {
                frames.add(frame.frame());
            }
        }
        webSocket.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket webSocket, int code, String reason) {
        closed.complete(code);
        return null;
    }

    @Override
    public void onError(WebSocket webSocket, Throwable error) {
        closed.completeExceptionally(error);
    }
}
