package chat.natter.gateway.socket;

import chat.natter.contract.CloseCode;
import chat.natter.gateway.session.Socket;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import java.nio.charset.StandardCharsets;

/** A socket on a Vert.x WebSocket. */
final class VertxSocket implements Socket {
    private final ServerWebSocket socket;

    VertxSocket(ServerWebSocket socket) {
        this.socket = socket;
    }

    @Override
    public void send(byte[] frame) {
        if (!socket.isClosed()) {
            socket.writeTextMessage(new String(frame, StandardCharsets.UTF_8));
        }
    }

    @Override
    public void close(CloseCode code) {
        if (!socket.isClosed()) {
            socket.close((short) code.code(), code.reason());
        }
    }

    @Override
    public void ping() {
        if (!socket.isClosed()) {
            socket.writePing(Buffer.buffer());
        }
    }

    @Override
    public boolean isOverfull() {
        return socket.writeQueueFull();
    }
}
