package chat.natter.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.natter.stack.process.ContainerEngine;
import chat.natter.stack.process.Launch;
import chat.natter.stack.process.Probe;
import chat.natter.stack.process.ProcessId;
import chat.natter.stack.report.StackFailure;
import chat.natter.stack.state.RunningPart;
import chat.natter.stack.state.SomeConnections;
import chat.natter.stack.state.StackFile;
import chat.natter.stack.state.StackState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The fixture over a part that is no more than a sleeping shell; its port is answered by the test itself. */
class LocalStackTest {
    private final Path folder;

    private ServerSocket port = openPort();
    private Path stackFile = Path.of("");

    LocalStackTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeEach
    void aPartThatWasStartedOnce() {
        stackFile = folder.resolve("stack.json");
        Launch launch = new Launch(
                "gateway-1",
                "http://127.0.0.1:" + port.getLocalPort(),
                List.of("/bin/sh", "-c", "exec sleep 600"),
                Map.of(),
                folder,
                folder.resolve("gateway-1.log"),
                Probe.accepts(port.getLocalPort()));
        new StackFile(stackFile)
                .replace(new StackState(
                        SomeConnections.any(), List.of(RunningPart.started(launch, new ProcessId(1, -1)))));
        LocalStack.at(stackFile).start("gateway-1");
    }

    @AfterEach
    void leaveNothingBehind() throws Exception {
        LocalStack.at(stackFile).kill("gateway-1");
        port.close();
    }

    @Test
    void startsAgainWhatItKilled() {
        // Given
        LocalStack stack = LocalStack.at(stackFile);
        long before = stack.service("gateway-1").pid();
        // When
        stack.kill("gateway-1");
        // Then
        assertThat(stack.service("gateway-1").running()).isFalse();
        // When
        stack.start("gateway-1");
        // Then
        assertThat(stack.service("gateway-1").running()).isTrue();
        assertThat(stack.service("gateway-1").pid()).isNotEqualTo(before);
    }

    @Test
    void startsNothingTwice() {
        // Given
        LocalStack stack = LocalStack.at(stackFile);
        long before = stack.service("gateway-1").pid();
        // When
        stack.start("gateway-1");
        // Then
        assertThat(stack.service("gateway-1").pid()).isEqualTo(before);
    }

    @Test
    void breaksAContainerThroughItsEngine() throws Exception {
        // Given
        Path said = folder.resolve("said");
        Path docker = Files.createFile(
                folder.resolve("docker"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.writeString(docker, "#!/bin/sh\necho \"$@\" >> " + said + "\n");
        new StackFile(stackFile)
                .update(state ->
                        state.with(holding("natter-kafka", state.services().get(0))));
        LocalStack stack = LocalStack.at(stackFile, new ContainerEngine(docker.toString()));
        // When
        stack.pause("gateway-1");
        stack.resume("gateway-1");
        stack.kill("gateway-1");
        stack.kill("gateway-1");
        // Then
        assertThat(Files.readAllLines(said))
                .containsExactly("pause natter-kafka", "unpause natter-kafka", "kill natter-kafka");
        assertThat(stack.service("gateway-1").running()).isFalse();
        // When nobody is left who would take the container along
        stack.stop("gateway-1");
        // Then
        assertThat(Files.readAllLines(said)).endsWith("rm --force natter-kafka");
    }

    @Test
    void tellsWhereThingsAre() {
        // Given
        LocalStack stack = LocalStack.at(stackFile);
        // Then
        assertThat(stack.gatewayUrl(1)).hasPort(port.getLocalPort());
        assertThat(stack.gateways()).isEqualTo(1);
        assertThat(stack.kafkaBootstrap()).isEqualTo("127.0.0.1:9092");
        assertThatThrownBy(() -> stack.service("gateway-2"))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("gateway-1");
    }

    @Test
    void saysHowToStartAStackThatDoesNotRun() {
        assertThatThrownBy(() -> LocalStack.at(folder.resolve("none.json")))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("./natter up");
    }

    private static RunningPart holding(String container, RunningPart part) {
        Launch launch = part.launch();
        Launch held = new Launch(
                launch.name(),
                launch.url(),
                launch.command(),
                launch.environment(),
                launch.directory(),
                launch.log(),
                launch.probe(),
                container);
        return RunningPart.started(held, part.process());
    }

    private static ServerSocket openPort() {
        try {
            return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
