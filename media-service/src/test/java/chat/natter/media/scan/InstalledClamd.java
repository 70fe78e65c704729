package chat.natter.media.scan;

import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;

/** The clamd of this machine with one signature of our own, so that it needs no download and starts at once. */
public final class InstalledClamd implements AutoCloseable {
    /** What the signature matches. */
    public static final String HARMFUL = "natter harmful test file, which harms nobody";

    private static final Path CLAMD = Path.of("/usr/sbin/clamd");

    private final Process process;
    private final int port;

    private InstalledClamd(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Skips the test, and says why, where there is none. */
    public static void assumeInstalled() {
        assumeThat(Files.isExecutable(CLAMD))
                .as("clamd is not installed here; with it (apt-get install clamav-daemon) this test runs")
                .isTrue();
    }

    public static InstalledClamd start(Path folder) throws IOException {
        Path signatures = Files.createDirectories(folder.resolve("signatures"));
        String hex = HexFormat.of().formatHex(HARMFUL.getBytes(StandardCharsets.US_ASCII));
        Files.writeString(signatures.resolve("natter.ndb"), "Natter.Test:0:*:" + hex + "\n");
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Path config = Files.writeString(folder.resolve("clamd.conf"), """
                TCPSocket %d
                TCPAddr 127.0.0.1
                DatabaseDirectory %s
                TemporaryDirectory %s
                Foreground yes
                """.formatted(port, signatures, folder));
        Process process = new ProcessBuilder(CLAMD.toString(), "--config-file=" + config)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("clamd.log").toFile())
                .start();
        InstalledClamd clamd = new InstalledClamd(process, port);
        await().atMost(Duration.ofSeconds(30)).until(clamd::answers);
        return clamd;
    }

    private boolean answers() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    public int port() {
        return port;
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
