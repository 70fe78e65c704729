package chat.natter.gateway.socket;

import chat.natter.contract.CloseCode;
import chat.natter.gateway.session.ClientSession;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocketFrame;
import org.jspecify.annotations.Nullable;

/** Puts fragments together, up to the limit and no byte further, and hands whole text frames to the session. */
final class ReceiveFrames {
    private final ClientSession session;
    private final int maxBytes;
    private @Nullable Buffer fragments;

    ReceiveFrames(ClientSession session, int maxBytes) {
        this.session = session;
        this.maxBytes = maxBytes;
    }

    void receive(WebSocketFrame frame) {
        if (frame.isBinary()) {
            session.close(CloseCode.BAD_FRAME);
        } else if (frame.isText() && frame.isFinal()) {
            take(frame.binaryData());
        } else if (frame.isText() || frame.isContinuation()) {
            Buffer assembled = fragments == null ? Buffer.buffer() : fragments;
            fragments = assembled;
            if (assembled.length() + frame.binaryData().length() > maxBytes) {
                fragments = null;
                session.close(CloseCode.FRAME_TOO_LARGE);
                return;
            }
            assembled.appendBuffer(frame.binaryData());
            if (frame.isFinal()) {
                fragments = null;
                take(assembled);
            }
        }
    }

    private void take(Buffer text) {
        if (text.length() > maxBytes) {
            session.close(CloseCode.FRAME_TOO_LARGE);
        } else {
            session.receive(text.getBytes());
        }
    }
}
