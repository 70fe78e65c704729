package chat.natter.stack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {
    private final Path folder;

    MainTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @ParameterizedTest
    @ValueSource(strings = {"up", "down", "status", "logs", "reset", "test", "chat", "load"})
    void explainsEachCommand(String command) {
        assertThat(Main.run(command, "--help")).isZero();
    }

    @Test
    void refusesAnOptionThatDoesNotExist() {
        assertThat(Main.run("up", "--gatways", "2")).isEqualTo(2);
    }

    @Test
    void answersWithOneSentenceWhenSomethingIsWrong() {
        assertThat(Main.run("up", "--gateways", "0")).isEqualTo(1);
        assertThat(Main.run("up", "--brokers", "2")).isEqualTo(1);
        assertThat(Main.run("logs", "kafka", "--data", folder.toString())).isEqualTo(1);
        assertThat(Main.run("chat", "--as", "alice", "--data", folder.toString()))
                .isEqualTo(1);
    }

    @Test
    void findsNothingRunningInAnEmptyFolder() {
        assertThat(Main.run("status", "--json", "--data", folder.toString())).isZero();
        assertThat(Main.run("down", "--data", folder.toString())).isZero();
    }
}
