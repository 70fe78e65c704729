package chat.natter.gateway.status;

import chat.natter.gateway.edge.EdgeConfig;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Asks presence-service which gateways there are; it hears all their heartbeats. */
@Singleton
class AskForPeers {
    private static final Logger LOG = Logger.getLogger(AskForPeers.class);
    private static final int WITHIN_MILLIS = 2_000;
    private static final int OK = 200;

    private final HttpClient http;
    private final URI address;

    AskForPeers(Vertx vertx, EdgeConfig config) {
        http = vertx.createHttpClient();
        address = config.upstreams().presence().resolve("/v1/admin/gateways");
    }

    /** Empty if there is no answer in time, or none that can be read. */
    Future<Optional<List<Peer>>> ask() {
        RequestOptions request = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setAbsoluteURI(address.toString())
                .setConnectTimeout(WITHIN_MILLIS)
                .setTimeout(WITHIN_MILLIS);
        return http.request(request)
                .compose(asked -> asked.send())
                .compose(AskForPeers::body)
                .map(answer -> Optional.of(Peer.listOf(answer)))
                .otherwise(failure -> {
                    LOG.infof("presence-service does not say which gateways there are: %s", failure.toString());
                    return Optional.empty();
                });
    }

    private static Future<JsonObject> body(HttpClientResponse response) {
        return response.statusCode() == OK
                ? response.body().map(bytes -> bytes.toJsonObject())
                : Future.failedFuture("status " + response.statusCode());
    }
}
