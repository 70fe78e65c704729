package chat.natter.stack.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.Test;

class ProbeTest {
    @Test
    void seesABrokerThatAnswersARequest() throws Exception {
        // length 10, key 18, version 0, correlation 1, no name
        assertThat(isReadyWhen(Answer.AFTER_A_REQUEST, 14, Probe.Kind.KAFKA)).isTrue();
    }

    @Test
    void seesACassandraThatAnswersARequest() throws Exception {
        assertThat(isReadyWhen(Answer.AFTER_A_REQUEST, 9, Probe.Kind.CQL)).isTrue();
    }

    @Test
    void isNotTakenInByAProxyThatAcceptsAndHangsUp() throws Exception {
        assertThat(isReadyWhen(Answer.NEVER, 0, Probe.Kind.KAFKA)).isFalse();
        assertThat(isReadyWhen(Answer.NEVER, 0, Probe.Kind.CQL)).isFalse();
        assertThat(isReadyWhen(Answer.NEVER, 0, Probe.Kind.GREETS)).isFalse();
    }

    private static boolean isReadyWhen(Answer answer, int requestBytes, Probe.Kind kind) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread serves = new Thread(() -> serve(server, answer, requestBytes), "serves");
            serves.start();
            int port = server.getLocalPort();
            boolean ready = (switch (kind) {
                        case KAFKA -> Probe.kafka(port);
                        case CQL -> Probe.cql(port);
                        default -> Probe.greets(port);
                    })
                    .isReady();
            serves.join();
            return ready;
        }
    }

    private static void serve(ServerSocket server, Answer answer, int requestBytes) {
        try (Socket client = server.accept()) {
            if (answer == Answer.AFTER_A_REQUEST) {
                client.getInputStream().readNBytes(requestBytes);
                client.getOutputStream().write(0);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private enum Answer {
        AFTER_A_REQUEST,
        NEVER
    }
}
