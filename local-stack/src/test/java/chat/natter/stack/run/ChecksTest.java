package chat.natter.stack.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.natter.stack.plan.PortName;
import chat.natter.stack.plan.UsedPort;
import chat.natter.stack.report.StackFailure;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChecksTest {
    private final Path folder;

    ChecksTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void namesTheTakenPortWhoWantsItAndTheOptionThatMovesIt() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            // Given
            UsedPort port = new UsedPort(taken.getLocalPort(), PortName.KAFKA_CONTROLLER, "kafka");
            // Then
            assertThatThrownBy(() -> CheckPorts.requireFree(List.of(port)))
                    .isInstanceOf(StackFailure.class)
                    .hasMessageContaining(Integer.toString(taken.getLocalPort()))
                    .hasMessageContaining("kafka needs")
                    .hasMessageContaining("--port kafka-controller=");
        }
    }

    @Test
    void seesAPortThatIsTakenOnEveryAddress() throws Exception {
        try (ServerSocket taken = new ServerSocket(0)) {
            assertThat(CheckPorts.isFree(taken.getLocalPort())).isFalse();
        }
    }

    @Test
    void asksForRoomOnTheDisk() {
        assertThatCode(() -> CheckMachine.requireDisk(folder.resolve("new"), 1, "the test"))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> CheckMachine.requireDisk(folder, Long.MAX_VALUE, "the first start"))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("the first start needs")
                .hasMessageContaining("--data DIR");
    }

    @Test
    void letsOneCommandAtATimeChangeAStack() {
        // Given
        Path base = folder.resolve("stack");
        // Then
        assertThat(StackLock.holding(base, () -> "done")).isEqualTo("done");
        assertThat(StackLock.holding(base, () -> "again")).isEqualTo("again");
        assertThatThrownBy(() -> StackLock.holding(base, () -> StackLock.holding(base, () -> "too")))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("Another ./natter command");
    }
}
