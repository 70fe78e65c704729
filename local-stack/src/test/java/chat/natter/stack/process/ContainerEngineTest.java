package chat.natter.stack.process;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.natter.stack.report.StackFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program is a script of the test's. */
class ContainerEngineTest {
    private final Path folder;

    ContainerEngineTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void saysInOneSentenceThatThereIsNoProgram() {
        assertThatThrownBy(() -> new ContainerEngine(folder.resolve("none").toString()).require())
                .isInstanceOf(StackFailure.class)
                .hasMessageStartingWith("Servers in containers need a container engine that runs")
                .hasMessageContaining("none")
                .hasMessageContaining("NATTER_STACK");
    }

    @Test
    void saysWhatTheProgramSaidLast() throws IOException {
        ContainerEngine engine = engine("echo Client: 28.2; echo Cannot connect to the daemon. >&2; exit 1");

        assertThatThrownBy(engine::require)
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("version says: Cannot connect to the daemon.")
                .hasMessageNotContaining("Client");
    }

    @Test
    void isContentWithAnEngineThatAnswers() throws IOException {
        assertThatCode(engine("exit 0")::require).doesNotThrowAnyException();
    }

    @Test
    void asksNobodyToDeleteNothing() throws IOException {
        assertThatCode(() -> engine("exit 1").deleteVolumes(List.of())).doesNotThrowAnyException();
    }

    private ContainerEngine engine(String script) throws IOException {
        Path program = Files.createFile(
                folder.resolve("docker"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.writeString(program, "#!/bin/sh\n" + script + "\n");
        return new ContainerEngine(program.toString());
    }
}
