package chat.natter.load.reconnect;

import chat.natter.contract.frame.ClientFrame;
import chat.natter.contract.frame.Decoded;
import chat.natter.contract.frame.ReadServerFrame;
import chat.natter.contract.frame.ServerFrame;
import chat.natter.contract.frame.WriteClientFrame;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketConnectOptions;
import java.nio.charset.StandardCharsets;

/** One device in a loop: connects, says hello with its last ticket, is welcomed, leaves. Confined to an event loop. */
final class ReturningDevice {
    private final WebSocketClient client;
    private final WebSocketConnectOptions gateway;
    private final Tally tally;
    private ClientFrame.Credential credential;

    ReturningDevice(WebSocketClient client, WebSocketConnectOptions gateway, Tally tally, String accessToken) {
        this.client = client;
        this.gateway = gateway;
        this.tally = tally;
        this.credential = new ClientFrame.Token(accessToken);
    }

    void comeBack() {
        if (tally.isOver()) {
            return;
        }
        long started = System.nanoTime();
        client.connect(gateway).onSuccess(socket -> hello(socket, started)).onFailure(this::failed);
    }

    private void hello(WebSocket socket, long started) {
        long said = System.nanoTime();
        socket.textMessageHandler(text -> {
            if (ReadServerFrame.read(text.getBytes(StandardCharsets.UTF_8))
                            instanceof Decoded.Frame<ServerFrame> decoded
                    && decoded.frame() instanceof ServerFrame.Welcome welcome) {
                long now = System.nanoTime();
                if (credential instanceof ClientFrame.Ticket) {
                    tally.welcomed(now - said, now - started);
                }
                credential = new ClientFrame.Ticket(welcome.ticket());
                socket.close();
            }
        });
        socket.closeHandler(closed -> {
            Short code = socket.closeStatusCode();
            if (code != null && code >= 4000) {
                tally.refused(code);
            }
            comeBack();
        });
        byte[] frame = WriteClientFrame.write(new ClientFrame.Hello(credential, null, "load"));
        socket.writeTextMessage(Buffer.buffer(frame).toString());
    }

    private void failed(Throwable cause) {
        tally.failed();
        comeBack();
    }
}
