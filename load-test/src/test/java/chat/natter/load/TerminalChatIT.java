package chat.natter.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Two people, two terminals, two gateways. */
class TerminalChatIT {
    private static final Path JAR =
            Path.of(System.getProperty("natter.root", ""), "clients", "java", "target", "natter-chat.jar");

    @RegisterExtension
    final Scene scene = new Scene();

    @TempDir
    Path folder = Path.of("");

    private final Person alice = scene.person();
    private final Person bob = scene.person();

    @Test
    void twoPeopleTalkInTwoTerminals() throws IOException, InterruptedException {
        try (Terminal alices = terminal(alice, bob, 1);
                Terminal bobs = terminal(bob, alice, 2)) {
            // Given
            alices.awaitOutput("connected to gateway-1");
            bobs.awaitOutput("connected to gateway-2");
            // When
            alices.type("hello bob");
            // Then
            bobs.awaitOutput(alice.username() + ": hello bob");
            alices.awaitOutput("✓✓ " + alice.username() + ": hello bob (read)");
            // When
            bobs.type("grüß dich, alice 👋");
            // Then
            alices.awaitOutput(bob.username() + ": grüß dich, alice 👋");
            // When
            alices.type("/quit");
            bobs.type("/quit");
            // Then
            assertThat(alices.exitCode()).isZero();
            assertThat(bobs.exitCode()).isZero();
        }
    }

    private Terminal terminal(Person as, Person to, int gateway) throws IOException {
        Path output = folder.resolve(as.username());
        ProcessBuilder command = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        JAR.toString(),
                        "--as",
                        as.username(),
                        "--to",
                        to.username(),
                        "--url",
                        scene.stack().gatewayUrl(gateway).toString(),
                        "--state",
                        folder.resolve("state").toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        command.environment().put("NATTER_PASSWORD", as.password());
        return new Terminal(command.start(), output);
    }

    /** A terminal client without a terminal: lines go in, what it shows goes to a file. */
    private record Terminal(Process process, Path output) implements AutoCloseable {
        void type(String line) throws IOException {
            OutputStream in = process.getOutputStream();
            in.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            in.flush();
        }

        void awaitOutput(String text) {
            await(text)
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> Files.readString(output).contains(text));
        }

        int exitCode() throws InterruptedException {
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            return process.exitValue();
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }
}
