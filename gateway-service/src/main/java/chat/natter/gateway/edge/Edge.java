package chat.natter.gateway.edge;

import chat.natter.contract.Problem;
import chat.natter.gateway.web.WebApp;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.tracing.TracingPolicy;
import io.vertx.httpproxy.HttpProxy;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Serves the web app and passes REST calls on to the services; answers what reaches none itself. */
@Singleton
public class Edge {
    private static final int CONNECT_TIMEOUT_MILLIS = 2_000;
    private static final int POOL = 64;
    private static final int HTTP_PORT = 80;

    private final Map<Upstream, HttpProxy> proxies = new EnumMap<>(Upstream.class);
    private final WebApp webApp;
    private final HttpClient client;
    private final long timeoutMillis;
    private final long maxBodyBytes;

    Edge(EdgeConfig config, WebApp webApp, Vertx vertx, MeterRegistry meters) {
        this.webApp = webApp;
        maxBodyBytes = config.maxBodyBytes();
        timeoutMillis = config.upstreamTimeout().toMillis();
        client = vertx.createHttpClient(options(config.upstreamTimeout()));
        EdgeConfig.Upstreams upstreams = config.upstreams();
        proxies.put(Upstream.AUTH, proxy(upstreams.auth(), new TimeRequests(meters, Upstream.AUTH)));
        proxies.put(Upstream.PRESENCE, proxy(upstreams.presence(), new TimeRequests(meters, Upstream.PRESENCE)));
        proxies.put(Upstream.HISTORY, proxy(upstreams.history(), new TimeRequests(meters, Upstream.HISTORY)));
        proxies.put(Upstream.MEDIA, proxy(upstreams.media(), new TimeRequests(meters, Upstream.MEDIA)));
    }

    /** Answers one request. */
    public void handle(HttpServerRequest request) {
        if (webApp.answers(request)) {
            return;
        }
        if (request.path().equals("/")) {
            request.response()
                    .putHeader("Content-Type", "application/json")
                    .end("{\"name\":\"natter\",\"chat\":\"/v1/chat\"}");
            return;
        }
        Optional<HttpProxy> proxy = Routes.of(request.path()).map(proxies::get);
        if (proxy.isEmpty()) {
            RespondWithProblem.respond(request.response(), Problem.NOT_FOUND, "this address leads nowhere");
        } else if (isTooLarge(request)) {
            RespondWithProblem.respond(
                    request.response(), Problem.TOO_LARGE, "a body may have " + maxBodyBytes + " bytes at most");
        } else {
            proxy.get().handle(request);
        }
    }

    private boolean isTooLarge(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length != null && Long.parseLong(length) > maxBodyBytes;
        } catch (NumberFormatException e) {
            return true;
        }
    }

    /**
     * How long an answer may take is counted for each request; the connection's own limit is for answers that stop
     * half-way. That one goes on while a connection is idle, so it has to be longer than the longest idleness and the
     * slowest answer together: else it would cut off whichever request uses the connection just then.
     */
    private static HttpClientOptions options(Duration timeout) {
        int seconds = Math.toIntExact(Math.max(1, timeout.toSeconds()));
        return new HttpClientOptions()
                .setConnectTimeout(CONNECT_TIMEOUT_MILLIS)
                .setTracingPolicy(TracingPolicy.IGNORE)
                .setMaxPoolSize(POOL)
                .setKeepAliveTimeout(seconds)
                .setReadIdleTimeout(2 * seconds + 1);
    }

    private HttpProxy proxy(URI upstream, TimeRequests time) {
        int port = upstream.getPort() < 0 ? HTTP_PORT : upstream.getPort();
        SocketAddress server = SocketAddress.inetSocketAddress(port, upstream.getHost());
        return HttpProxy.reverseProxy(client)
                .origin(context ->
                        client.request(new RequestOptions().setServer(server).setIdleTimeout(timeoutMillis)))
                .addInterceptor(new PassOn(time));
    }
}
