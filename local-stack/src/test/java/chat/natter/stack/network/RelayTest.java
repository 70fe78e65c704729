package chat.natter.stack.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RelayTest {
    private static final String ADDRESS = "127.0.0.9";
    private static final int NOTHING_COMES_MILLIS = 200;
    private static final int SOON_MILLIS = 10_000;

    private ServerSocket server;
    private Relay relay;

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        relay = new Relay(ADDRESS, new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getLocalPort()));
    }

    @AfterEach
    void close() throws IOException {
        relay.close();
        server.close();
    }

    @Test
    void holdsBackWhatIsSentWhileItIsCutAndHandsItOnLater() throws IOException {
        try (Socket client = connect();
                Socket served = server.accept()) {
            // When
            relay.cut();
            client.getOutputStream().write(7);
            // Then
            served.setSoTimeout(NOTHING_COMES_MILLIS);
            assertThatThrownBy(() -> served.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
            // When
            relay.heal();
            // Then
            served.setSoTimeout(SOON_MILLIS);
            assertThat(served.getInputStream().read()).isEqualTo(7);
        }
    }

    @Test
    void isAsSlowAsItIsToldAndHealedAtOnce() throws IOException {
        try (Socket client = connect();
                Socket served = server.accept()) {
            // When
            relay.slow(Duration.ofHours(1));
            client.getOutputStream().write(7);
            // Then
            served.setSoTimeout(NOTHING_COMES_MILLIS);
            assertThatThrownBy(() -> served.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
            // When
            relay.heal();
            // Then
            served.setSoTimeout(SOON_MILLIS);
            assertThat(served.getInputStream().read()).isEqualTo(7);
        }
    }

    @Test
    void hangsUpWhenTheServerIsGone() throws IOException {
        // Given
        server.close();
        // When
        try (Socket client = connect()) {
            // Then
            assertThat(client.getInputStream().read()).isEqualTo(-1);
        }
    }

    private Socket connect() throws IOException {
        Socket client = new Socket(ADDRESS, server.getLocalPort());
        client.setSoTimeout(SOON_MILLIS);
        return client;
    }
}
