package chat.natter.media.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.natter.media.item.SomeItems;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AskClamdTest {
    private final ServerSocket clamd;
    private final AskClamd ask;

    AskClamdTest() throws IOException {
        clamd = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        ask = new AskClamd(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), clamd.getLocalPort()), Duration.ofMillis(300));
    }

    @AfterEach
    void stop() throws IOException {
        clamd.close();
    }

    @Test
    void sendsEveryByteInChunks() {
        byte[] bytes = SomeItems.png(200_000);
        CompletableFuture<byte[]> heard = answering("stream: OK\0");

        assertThat(about(bytes)).isEmpty();
        assertThat(heard.join()).isEqualTo(bytes);
    }

    @Test
    void namesWhatWasFound() {
        CompletableFuture<byte[]> heard = answering("stream: Win.Test.EICAR_HDB-1 FOUND\0");

        assertThat(about(new byte[10])).contains("Win.Test.EICAR_HDB-1");
        assertThat(heard.join()).hasSize(10);
    }

    @Test
    void isUnavailableWhenClamdRefuses() {
        CompletableFuture<byte[]> heard = answering("INSTREAM size limit exceeded. ERROR\0");

        assertThatThrownBy(() -> about(new byte[10])).isInstanceOf(ScannerUnavailable.class);
        assertThat(heard.join()).hasSize(10);
    }

    @Test
    void isUnavailableWhenClamdSaysNothing() {
        assertThatThrownBy(() -> about(new byte[10])).isInstanceOf(ScannerUnavailable.class);
    }

    private Optional<String> about(byte[] bytes) {
        return ask.about(new ByteArrayInputStream(bytes));
    }

    /** What clamd hears before it says this. */
    private CompletableFuture<byte[]> answering(String answer) {
        return CompletableFuture.supplyAsync(() -> {
            try (Socket socket = clamd.accept()) {
                DataInputStream in = new DataInputStream(socket.getInputStream());
                in.skipNBytes("zINSTREAM\0".length());
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                for (int length = in.readInt(); length > 0; length = in.readInt()) {
                    bytes.writeBytes(in.readNBytes(length));
                }
                socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
                return bytes.toByteArray();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
