package chat.natter.gateway.credential;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * The public keys of auth-service (RFC 7517), fetched at start and again and again; an issuer that rotates its keys
 * publishes a new one at least one refresh before it signs with it. While auth-service is away, the last ones hold.
 */
final class SigningKeys {
    private static final Logger LOG = Logger.getLogger(SigningKeys.class);
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final int TIMEOUT_MILLIS = 3_000;

    private final Vertx vertx;
    private final HttpClient client;
    private final URI address;
    private final Duration refresh;
    private volatile KeySet keys = KeySet.EMPTY;
    private boolean complained;

    SigningKeys(Vertx vertx, URI address, Duration refresh) {
        this.vertx = vertx;
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout(TIMEOUT_MILLIS)
                // Of a body that stops half-way nothing else would tell, and no later fetch would follow.
                .setReadIdleTimeout(TIMEOUT_MILLIS)
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS));
        this.address = address;
        this.refresh = refresh;
    }

    void fetchForever() {
        RequestOptions request = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setAbsoluteURI(address.toString())
                .setTimeout(TIMEOUT_MILLIS);
        client.request(request)
                .compose(it -> it.send())
                .compose(HttpClientResponse::body)
                .map(body -> KeySet.parse(body.toString()))
                .onSuccess(fetched -> {
                    keys = fetched;
                    complained = false;
                    again(refresh);
                })
                .onFailure(failure -> {
                    if (!complained) {
                        complained = true;
                        LOG.warnf("the signing keys cannot be fetched from %s: %s", address, failure.getMessage());
                    }
                    again(keys.isEmpty() ? RETRY : refresh);
                });
    }

    boolean areLoaded() {
        return !keys.isEmpty();
    }

    /** The last ones that were fetched; none at first. */
    KeySet current() {
        return keys;
    }

    private void again(Duration after) {
        vertx.setTimer(after.toMillis(), ignored -> fetchForever());
    }
}
