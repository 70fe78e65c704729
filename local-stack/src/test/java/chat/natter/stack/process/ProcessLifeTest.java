package chat.natter.stack.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.natter.stack.report.StackFailure;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessLifeTest {
    private final StartProcess startProcess = new StartProcess();
    private final StopProcess stopProcess = new StopProcess();
    private final Signals signals = new Signals();

    private final Path folder;

    private ProcessId process = new ProcessId(0, 0);

    ProcessLifeTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @AfterEach
    void leaveNothingBehind() {
        stopProcess.kill(process);
    }

    @Test
    void stopsAProcessThatListens() {
        // Given
        process = startProcess.start(launch("exec sleep 60", 1));
        assertThat(process.isAlive()).isTrue();
        assertThat(process.rssMiB()).isNotNegative();
        // When
        stopProcess.stop(process, Duration.ofSeconds(10));
        // Then
        assertThat(process.isAlive()).isFalse();
    }

    @Test
    void killsAProcessThatDoesNotListen() {
        // Given
        process = startProcess.start(launch("trap '' TERM; echo deaf; while true; do sleep 0.1; done", 1));
        Awaitility.await()
                .until(() -> Files.readString(folder.resolve("part.log")).contains("deaf"));
        // When
        stopProcess.stop(process, Duration.ofMillis(300));
        // Then
        assertThat(process.isAlive()).isFalse();
    }

    @Test
    void leavesALaterProcessOfTheSameNumberAlone() {
        // Given
        process = startProcess.start(launch("exec sleep 60", 1));
        ProcessId earlier = new ProcessId(process.pid(), process.startTicks() - 1);
        // When
        stopProcess.stop(earlier, Duration.ZERO);
        stopProcess.kill(earlier);
        // Then
        assertThat(earlier.isAlive()).isFalse();
        assertThat(process.isAlive()).isTrue();
    }

    @Test
    void stopsAPausedProcessToo() {
        // Given
        process = startProcess.start(launch("exec sleep 60", 1));
        signals.pause(process);
        // When
        stopProcess.stop(process, Duration.ofSeconds(10));
        // Then
        assertThat(process.isAlive()).isFalse();
    }

    @Test
    void letsAProcessFindItsDiskFull() throws Exception {
        // Given
        Path file = folder.resolve("file");
        process = startProcess.start(launch("trap '' XFSZ; while echo more >> file; do sleep 0.01; done", 1));
        Awaitility.await().until(() -> Files.exists(file) && Files.size(file) > 0);
        // When
        new FillDisk().of(process);
        // Then
        Awaitility.await().until(() -> !process.isAlive());
    }

    @Test
    void runsInASessionOfItsOwnSoThatCtrlCDoesNotReachIt() throws Exception {
        // Given
        process = startProcess.start(launch("exec sleep 60", 1));
        // Then
        Awaitility.await().until(() -> sessionOf(process.pid()) == process.pid());
    }

    @Test
    void tellsTheLastWordsOfAProcessThatDiesAtItsStart() {
        // Given
        Launch launch = launch("echo no such device; exit 7", 1);
        process = startProcess.start(launch);
        // Then
        assertThatThrownBy(() -> new AwaitReady(Duration.ofSeconds(20)).await(launch, process))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("part died while starting")
                .hasMessageContaining("part.log")
                .hasMessageContaining("no such device");
    }

    @Test
    void tellsWhenAProcessNeverGetsReady() {
        // Given
        Launch launch = launch("exec sleep 60", 1);
        process = startProcess.start(launch);
        // Then
        assertThatThrownBy(() -> new AwaitReady(Duration.ofMillis(300)).await(launch, process))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("is not ready after");
    }

    @Test
    void isReadyOnceItsPortAnswers() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            // Given
            Launch launch = launch("exec sleep 60", server.getLocalPort());
            process = startProcess.start(launch);
            // When
            new AwaitReady(Duration.ofSeconds(20)).await(launch, process);
            // Then
            assertThat(process.isAlive()).isTrue();
        }
    }

    private Launch launch(String script, int port) {
        return new Launch(
                "part",
                "127.0.0.1:" + port,
                List.of("/bin/sh", "-c", script),
                Map.of(),
                folder,
                folder.resolve("part.log"),
                Probe.accepts(port));
    }

    private static long sessionOf(long pid) throws Exception {
        String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
        return Long.parseLong(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1)[3]);
    }
}
