package chat.natter.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WebAppTest {
    private static final String PAGE = "<!doctype html><title>Natter</title>";
    private static final String SCRIPT = "console.log('natter')".repeat(100);

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client = HttpClient.newHttpClient();

    private final Path folder;

    WebAppTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeEach
    void writeApp() throws IOException {
        Files.writeString(folder.resolve("index.html"), PAGE);
        Files.createDirectory(folder.resolve("assets"));
        Files.writeString(folder.resolve("assets/app-1a2b.js"), SCRIPT);
    }

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void servesThePageAtTheRootAndAsksForItEachTime() throws Exception {
        HttpResponse<String> response = get(serve(folder), "/");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo(PAGE);
        assertThat(header(response, "Content-Type")).isEqualTo("text/html; charset=utf-8");
        assertThat(header(response, "Cache-Control")).isEqualTo("no-cache");
    }

    @Test
    void letsThePageRunNothingButTheAppsOwnScripts() throws Exception {
        String policy = header(get(serve(folder), "/"), "Content-Security-Policy");
        assertThat(policy)
                .contains("default-src 'none'", "script-src 'self';", "style-src 'self';", "frame-ancestors 'none'")
                .contains("connect-src 'self' https://media.example.com")
                .doesNotContain("unsafe");
    }

    @Test
    void keepsForeverWhatIsNamedByItsContent() throws Exception {
        HttpResponse<String> response = get(serve(folder), "/assets/app-1a2b.js");
        assertThat(response.body()).isEqualTo(SCRIPT);
        assertThat(header(response, "Cache-Control")).contains("immutable");
    }

    @Test
    void saysThatNothingHasChanged() throws Exception {
        int port = serve(folder);
        String tag = header(get(port, "/"), "ETag");
        HttpResponse<String> again =
                client.send(request(port, "/").header("If-None-Match", tag).build(), BodyHandlers.ofString());
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @Test
    void compressesForWhoTakesIt() throws Exception {
        HttpResponse<byte[]> response = client.send(
                request(serve(folder), "/assets/app-1a2b.js")
                        .header("Accept-Encoding", "gzip")
                        .build(),
                BodyHandlers.ofByteArray());
        assertThat(response.body().length).isLessThan(SCRIPT.length() / 10);
        try (GZIPInputStream unzipped = new GZIPInputStream(new ByteArrayInputStream(response.body()))) {
            assertThat(new String(unzipped.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(SCRIPT);
        }
    }

    @Test
    void leavesToOthersWhatIsNotTheApps() throws Exception {
        int port = serve(folder);
        assertThat(get(port, "/v1/me").statusCode()).isEqualTo(404);
        assertThat(get(port, "/assets/../index.html").statusCode()).isEqualTo(404);
        HttpRequest post = request(port, "/")
                .POST(HttpRequest.BodyPublishers.ofString("x"))
                .build();
        assertThat(client.send(post, BodyHandlers.ofString()).statusCode()).isEqualTo(404);
    }

    @Test
    void tellsTheAppOfTheProvider() throws Exception {
        assertThat(get(serve(folder), "/app.json").body())
                .isEqualTo("{\"provider\":{\"name\":\"Example\",\"authorizationUrl\":\"https://id.example.com/auth\","
                        + "\"clientId\":\"natter-app\",\"hint\":\"example\"}}");
    }

    @Test
    void doesNotStartWithAFolderThatHoldsNoApp() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        assertThatThrownBy(() -> new WebApp(config(empty))).hasMessageContaining("has no index.html");
    }

    private int serve(Path app) {
        WebApp webApp = new WebApp(config(app));
        HttpServer server = vertx.createHttpServer().requestHandler(request -> {
            if (!webApp.answers(request)) {
                request.response().setStatusCode(404).end();
            }
        });
        return server.listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join()
                .actualPort();
    }

    private HttpResponse<String> get(int port, String path) throws IOException, InterruptedException {
        return client.send(request(port, path).build(), BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(int port, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElseThrow();
    }

    private static WebAppConfig config(Path folder) {
        return new WebAppConfig() {
            @Override
            public Optional<Path> folder() {
                return Optional.of(folder);
            }

            @Override
            public Optional<URI> mediaOrigin() {
                return Optional.of(URI.create("https://media.example.com"));
            }

            @Override
            public Provider provider() {
                return new Outside();
            }
        };
    }

    private record Outside() implements WebAppConfig.Provider {
        @Override
        public Optional<String> name() {
            return Optional.of("Example");
        }

        @Override
        public Optional<URI> authorizationUrl() {
            return Optional.of(URI.create("https://id.example.com/auth"));
        }

        @Override
        public Optional<String> clientId() {
            return Optional.of("natter-app");
        }

        @Override
        public Optional<String> hint() {
            return Optional.of("example");
        }
    }
}
