package chat.natter.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.natter.client.rest.Window;
import chat.natter.contract.ConversationId;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipFile;
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

    @Test
    void aLargeFileGoesFromTerminalToTerminal() throws IOException, InterruptedException {
        try (Terminal alices = terminal(alice, bob, 1);
                Terminal bobs = terminal(bob, alice, 2)) {
            // Given
            byte[] bytes = new byte[20_000_000];
            new Random(3).nextBytes(bytes);
            Path file = Files.write(folder.resolve("rändom.bin"), bytes);
            alices.awaitOutput("connected to gateway-1");
            bobs.awaitOutput("connected to gateway-2");
            // When
            alices.type("/send " + folder.resolve("nowhere"));
            alices.type("/send " + file);
            // Then
            alices.awaitOutput("there is no file");
            bobs.awaitOutput("#1 [rändom.bin, application/octet-stream, 19.1 MiB]");
            alices.awaitOutput("(read)");
            // When
            bobs.type("/link 2");
            bobs.type("/link");
            bobs.awaitOutput("there is no such file here");
            bobs.awaitOutput("· http://");
            // Then
            assertThat(download(bobs.line("· http://"))).isEqualTo(bytes);
        }
    }

    @Test
    void allThatOneMayReadComesAsOneFile() throws IOException, InterruptedException {
        try (Terminal alices = terminal(alice, bob, 1)) {
            // Given
            alices.awaitOutput("connected to gateway-1");
            alices.type("hello <b>bob</b>");
            ConversationId talk = ConversationId.direct(alice.id(), bob.id());
            await("the archive")
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> !alice.api()
                            .messages(talk, new Window.Latest(1))
                            .messages()
                            .isEmpty());
            Path file = folder.resolve("all.zip");
            // When
            alices.type("/export " + file);
            // Then
            alices.awaitOutput("1 messages are in " + file);
            try (ZipFile zip = new ZipFile(file.toFile())) {
                assertThat(read(zip, "conversations/0001.html")).contains("hello &lt;b&gt;bob&lt;/b&gt;");
                assertThat(read(zip, "index.html")).contains("conversations/0001.html");
                assertThat(read(zip, "messages.jsonl").lines())
                        .last()
                        .isEqualTo("{\"type\":\"end\",\"conversations\":1,\"messages\":1}");
            }
            // When
            alices.type("/export " + file);
            // Then
            alices.awaitOutput(file + " is there already");
        }
    }

    private static String read(ZipFile zip, String name) throws IOException {
        try (InputStream in = zip.getInputStream(zip.getEntry(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static byte[] download(String link) throws IOException {
        try (InputStream in = URI.create(link).toURL().openStream()) {
            return in.readAllBytes();
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

        /** What follows that mark in the first line that has it. */
        String line(String mark) throws IOException {
            return Files.readAllLines(output).stream()
                    .filter(line -> line.startsWith(mark))
                    .findFirst()
                    .orElseThrow()
                    .substring("· ".length());
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
