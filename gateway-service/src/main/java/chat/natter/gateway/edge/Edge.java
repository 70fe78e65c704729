package chat.natter.gateway.edge;

import chat.natter.contract.Problem;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.HttpProxy;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Passes REST calls on to the services; answers what reaches none itself. */
@Singleton
public class Edge {
    private static final int CONNECT_TIMEOUT_MILLIS = 2_000;
    private static final int POOL = 64;
    private static final int HTTP_PORT = 80;

    private final Map<Upstream, HttpProxy> proxies = new EnumMap<>(Upstream.class);
    private final long maxBodyBytes;

    Edge(EdgeConfig config, Vertx vertx, MeterRegistry meters) {
        maxBodyBytes = config.maxBodyBytes();
        HttpClient client = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout(CONNECT_TIMEOUT_MILLIS)
                .setReadIdleTimeout((int) config.upstreamTimeout().toSeconds())
                .setMaxPoolSize(POOL));
        EdgeConfig.Upstreams upstreams = config.upstreams();
        proxies.put(Upstream.AUTH, proxy(client, upstreams.auth(), new TimeRequests(meters, Upstream.AUTH)));
        proxies.put(
                Upstream.PRESENCE, proxy(client, upstreams.presence(), new TimeRequests(meters, Upstream.PRESENCE)));
        proxies.put(Upstream.HISTORY, proxy(client, upstreams.history(), new TimeRequests(meters, Upstream.HISTORY)));
        proxies.put(Upstream.MEDIA, proxy(client, upstreams.media(), new TimeRequests(meters, Upstream.MEDIA)));
    }

    /** Answers one request. */
    public void handle(HttpServerRequest request) {
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

    private static HttpProxy proxy(HttpClient client, URI upstream, TimeRequests time) {
        int port = upstream.getPort() < 0 ? HTTP_PORT : upstream.getPort();
        return HttpProxy.reverseProxy(client).origin(port, upstream.getHost()).addInterceptor(new PassOn(time));
    }
}
