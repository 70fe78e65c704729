package chat.natter.presence;

import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The packaged service as a process of its own, as operators run it. */
final class PresenceProcess implements AutoCloseable {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Path JAR = Path.of("target", "quarkus-app", "quarkus-run.jar");

    private final List<String> command;
    private final Path log;
    private final URI address;
    private Process process;

    private PresenceProcess(List<String> command, Path log, URI address) throws IOException {
        this.command = command;
        this.log = log;
        this.address = address;
        this.process = launch();
    }

    static PresenceProcess start(String kafka, HttpServer jwks, String applicationId, Path directory)
            throws IOException {
        int port = freePort();
        Path own = Files.createDirectories(directory.resolve("instance-" + port));
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dkafka.bootstrap.servers=" + kafka,
                "-Dquarkus.http.port=" + port,
                "-Dnatter.presence.state-dir=" + own.resolve("state"),
                "-Dnatter.presence.application-id=" + applicationId,
                "-Dnatter.presence.grace=1s",
                "-Dmp.jwt.verify.publickey.location=http://127.0.0.1:"
                        + jwks.getAddress().getPort() + "/jwks.json",
                "-jar",
                JAR.toAbsolutePath().toString());
        return new PresenceProcess(command, own.resolve("log"), URI.create("http://127.0.0.1:" + port));
    }

    /** SIGKILL. */
    void kill() {
        process.destroyForcibly();
        await().until(() -> !process.isAlive());
    }

    void restart() throws IOException {
        process = launch();
    }

    void awaitReady() {
        await().atMost(Duration.ofSeconds(90))
                .failFast("exited, see " + log, () -> !process.isAlive())
                .ignoreExceptions()
                .until(() -> get("/q/health/ready").statusCode() == 200);
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address.resolve(path))
                .timeout(Duration.ofSeconds(5))
                .header("Authorization", "Bearer " + SignTokens.valid())
                .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() {
        process.destroy();
        await().atMost(Duration.ofSeconds(30)).until(() -> !process.isAlive());
    }

    private Process launch() throws IOException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
