package chat.natter.gateway.socket;

import static org.assertj.core.api.Assertions.assertThat;

import chat.natter.contract.CloseCode;
import chat.natter.gateway.session.OneSession;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocketFrame;
import org.junit.jupiter.api.Test;

final class ReceiveFramesTest {
    private static final int MAX_BYTES = 100;
    private static final String HELLO = "{\"type\":\"hello\",\"token\":\"good-token\"}";

    private final OneSession one = new OneSession();
    private final ReceiveFrames frames = new ReceiveFrames(one.session, MAX_BYTES);

    @Test
    void handsATextFrameOver() {
        // When
        frames.receive(WebSocketFrame.textFrame(HELLO, true));

        // Then
        assertThat(one.isOpen()).isTrue();
    }

    @Test
    void putsFragmentsTogether() {
        // When
        frames.receive(text(HELLO.substring(0, 10), false));
        frames.receive(continuation(HELLO.substring(10, 20), false));

        // Then
        assertThat(one.isOpen()).isFalse();

        // When
        frames.receive(continuation(HELLO.substring(20), true));

        // Then
        assertThat(one.isOpen()).isTrue();
    }

    @Test
    void startsAfreshAfterFragments() {
        // Given
        frames.receive(text(HELLO.substring(0, 10), false));
        frames.receive(continuation(HELLO.substring(10), true));

        // When
        frames.receive(text("{\"type\":", false));
        frames.receive(continuation("\"ping\"}", true));

        // Then
        assertThat(one.socket.closes()).isEmpty();
    }

    @Test
    void takesAFrameAtTheLimit() {
        // When
        frames.receive(text(HELLO + " ".repeat(MAX_BYTES - HELLO.length()), true));

        // Then
        assertThat(one.isOpen()).isTrue();
    }

    @Test
    void closesOnAFrameBeyondTheLimit() {
        // When
        frames.receive(text(HELLO + " ".repeat(MAX_BYTES - HELLO.length() + 1), true));

        // Then
        assertThat(one.socket.closes()).containsExactly(CloseCode.FRAME_TOO_LARGE);
        assertThat(one.isOpen()).isFalse();
    }

    @Test
    void closesOnFragmentsBeyondTheLimitBeforeTheLastOne() {
        // When
        frames.receive(text("x".repeat(MAX_BYTES), false));
        assertThat(one.socket.closes()).isEmpty();
        frames.receive(continuation("x", false));

        // Then
        assertThat(one.socket.closes()).containsExactly(CloseCode.FRAME_TOO_LARGE);
    }

    @Test
    void closesOnABinaryFrame() {
        // When
        frames.receive(WebSocketFrame.binaryFrame(Buffer.buffer(HELLO), true));

        // Then
        assertThat(one.socket.closes()).containsExactly(CloseCode.BAD_FRAME);
        assertThat(one.isOpen()).isFalse();
    }

    @Test
    void leavesControlFramesToTheServer() {
        // When
        frames.receive(WebSocketFrame.pingFrame(Buffer.buffer("x")));
        frames.receive(WebSocketFrame.pongFrame(Buffer.buffer("x")));

        // Then
        assertThat(one.socket.closes()).isEmpty();
    }

    private static WebSocketFrame text(String text, boolean last) {
        return WebSocketFrame.textFrame(text, last);
    }

    private static WebSocketFrame continuation(String text, boolean last) {
        return WebSocketFrame.continuationFrame(Buffer.buffer(text), last);
    }
}
