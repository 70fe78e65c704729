package chat.natter.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.natter.gateway.web.NoWebApp;
import chat.natter.gateway.web.WebApp;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The edge between a client and a service that answers a request after as many milliseconds as its query says. */
class EdgeTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Vertx vertx = Vertx.vertx();
    private int gateway;

    @BeforeEach
    void start() {
        int service = listen(vertx.createHttpServer().requestHandler(this::answerLate));
        Edge edge = new Edge(
                new Config(URI.create("http://127.0.0.1:" + service)),
                new WebApp(new NoWebApp()),
                vertx,
                new SimpleMeterRegistry());
        gateway = listen(vertx.createHttpServer().requestHandler(edge::handle));
    }

    @AfterEach
    void stop() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    /** A connection to the service is idle for a while and used again: its silence before counts for nothing. */
    @Test
    void countsTheTimeOfEachRequestForItself() {
        // Given: two connections, one of which has been idle since its first answer
        CompletableFuture<Integer> first = get(0);
        CompletableFuture<Integer> second = get(1_400);
        assertThat(first.join()).isEqualTo(200);
        assertThat(second.join()).isEqualTo(200);

        // When
        CompletableFuture<Integer> third = get(1_200);
        CompletableFuture<Integer> fourth = get(1_200);

        // Then
        assertThat(third.join()).isEqualTo(200);
        assertThat(fourth.join()).isEqualTo(200);
    }

    @Test
    void saysThatAServiceIsAwayWhichDoesNotAnswerInTime() {
        assertThat(get(60_000).join()).isEqualTo(503);
    }

    @Test
    void doesNotWaitForEverForTheRestOfAnAnswer() {
        assertThatThrownBy(() -> call("/v1/me?begun").get(20, TimeUnit.SECONDS))
                .hasRootCauseInstanceOf(IOException.class);
    }

    private void answerLate(HttpServerRequest request) {
        if (request.query().equals("begun")) {
            request.response().putHeader("Content-Length", "100").write("half of");
            return;
        }
        long millis = Long.parseLong(request.getParam("after"));
        if (millis == 0) {
            request.response().end();
        } else {
            vertx.setTimer(millis, due -> request.response().end());
        }
    }

    private CompletableFuture<Integer> get(int afterMillis) {
        return call("/v1/me?after=" + afterMillis);
    }

    private CompletableFuture<Integer> call(String path) {
        URI address = URI.create("http://127.0.0.1:" + gateway + path);
        return HTTP.sendAsync(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.discarding())
                .thenApply(HttpResponse::statusCode);
    }

    private static int listen(HttpServer server) {
        return server.listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join()
                .actualPort();
    }

    private record Config(URI service) implements EdgeConfig, EdgeConfig.Upstreams {
        @Override
        public Upstreams upstreams() {
            return this;
        }

        @Override
        public long maxBodyBytes() {
            return 1_000;
        }

        @Override
        public Duration upstreamTimeout() {
            return TIMEOUT;
        }

        @Override
        public URI auth() {
            return service;
        }

        @Override
        public URI presence() {
            return service;
        }

        @Override
        public URI history() {
            return service;
        }

        @Override
        public URI media() {
            return service;
        }
    }
}
