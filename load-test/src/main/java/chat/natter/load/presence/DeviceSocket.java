package chat.natter.load.presence;

import chat.natter.contract.frame.ClientFrame;
import chat.natter.contract.frame.Decoded;
import chat.natter.contract.frame.ReadServerFrame;
import chat.natter.contract.frame.ServerFrame;
import chat.natter.contract.frame.WriteClientFrame;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** One socket, which can end with a word or without. Says everything in the order in which it was told to. */
final class DeviceSocket implements WebSocket.Listener {
    /** Of a socket that ended without a close code, or never opened. */
    static final int BROKEN = -1;

    /** Whose socket it is; told one thing at a time. */
    interface Owner {
        void told(DeviceSocket by, ServerFrame frame);

        void ended(DeviceSocket socket, int code);
    }

    private final Owner owner;
    private final StringBuilder partial = new StringBuilder();
    private @Nullable CompletableFuture<WebSocket> said;

    private DeviceSocket(Owner owner) {
        this.owner = owner;
    }

    static DeviceSocket open(HttpClient http, URI edge, ClientFrame.Hello hello, Owner owner) {
        DeviceSocket socket = new DeviceSocket(owner);
        URI uri = URI.create(edge.toString().replaceFirst("^http", "ws") + "/v1/chat");
        socket.begin(http.newWebSocketBuilder().subprotocols("natter.v1").buildAsync(uri, socket));
        socket.say(hello);
        return socket;
    }

    private synchronized void begin(CompletableFuture<WebSocket> opening) {
        said = opening;
    }

    void say(ClientFrame frame) {
        String text = new String(WriteClientFrame.write(frame), StandardCharsets.UTF_8);
        next(socket -> socket.sendText(text, true));
    }

    /** As an app does that is closed. */
    void leave() {
        next(socket -> socket.sendClose(WebSocket.NORMAL_CLOSURE, ""));
    }

    /** As a network does that is gone. */
    void breakOff() {
        next(socket -> {
            socket.abort();
            return CompletableFuture.completedFuture(socket);
        });
    }

    private interface Saying {
        CompletableFuture<WebSocket> on(WebSocket socket);
    }

    private synchronized void next(Saying saying) {
        CompletableFuture<WebSocket> before = said;
        if (before != null) {
            said = before.thenCompose(saying::on).whenComplete((socket, failure) -> {
                if (failure != null) {
                    owner.ended(this, BROKEN);
                }
            });
        }
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            byte[] text = partial.toString().getBytes(StandardCharsets.UTF_8);
            partial.setLength(0);
            if (ReadServerFrame.read(text) instanceof Decoded.Frame<ServerFrame> known) {
                owner.told(this, known.frame());
            }
        }
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        owner.ended(this, code);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        owner.ended(this, BROKEN);
    }
}
