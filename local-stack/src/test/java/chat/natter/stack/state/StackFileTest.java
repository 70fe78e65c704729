package chat.natter.stack.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.natter.stack.process.Launch;
import chat.natter.stack.process.Probe;
import chat.natter.stack.process.ProcessId;
import chat.natter.stack.report.StackFailure;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackFileTest {
    private final Path folder;

    StackFileTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void readsBackWhatItWrote() {
        // Given
        StackFile file = new StackFile(folder.resolve("deep/stack.json"));
        StackState state = new StackState(SomeConnections.any(), List.of(part("kafka", 4711)));
        // When
        file.replace(state);
        // Then
        assertThat(file.read()).contains(state);
    }

    @Test
    void keepsItsSecretsFromOthers() throws Exception {
        // Given
        StackFile file = new StackFile(folder.resolve("stack.json"));
        // When
        file.replace(new StackState(SomeConnections.any(), List.of()));
        // Then
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())))
                .isEqualTo("rw-------");
    }

    @Test
    void losesNoUpdateWhenManyWriteAtOnce() {
        // Given
        StackFile file = new StackFile(folder.resolve("stack.json"));
        file.replace(new StackState(SomeConnections.any(), List.of()));
        // When
        IntStream.range(0, 40)
                .parallel()
                .forEach(index -> file.update(state -> state.with(part("part-" + index, index))));
        // Then
        assertThat(file.read().orElseThrow().services()).hasSize(40);
    }

    @Test
    void replacesAPartInItsPlace() {
        // Given
        StackState state = new StackState(SomeConnections.any(), List.of(part("kafka", 1), part("mariadb", 2)));
        // When
        StackState changed = state.with(part("kafka", 3).asReady());
        // Then
        assertThat(changed.services()).extracting(RunningPart::pid).containsExactly(3L, 2L);
        assertThat(changed.part("kafka")).get().matches(RunningPart::ready);
        assertThat(changed.without("kafka").part("kafka")).isEmpty();
    }

    @Test
    void isEmptyWithoutAFileAndCannotBeUpdatedThen() {
        // Given
        StackFile file = new StackFile(folder.resolve("stack.json"));
        // Then
        assertThat(file.read()).isEmpty();
        assertThatThrownBy(() -> file.update(state -> state))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("./natter up");
    }

    private static RunningPart part(String name, long pid) {
        return RunningPart.started(
                new Launch(
                        name,
                        "127.0.0.1:1",
                        List.of("java", "-version"),
                        Map.of("CLASSPATH", "a.jar"),
                        Path.of("/tmp/work"),
                        Path.of("/tmp/log"),
                        new Probe(Probe.Kind.OK, URI.create("http://127.0.0.1:1/q/health/ready"))),
                new ProcessId(pid, 99));
    }
}
