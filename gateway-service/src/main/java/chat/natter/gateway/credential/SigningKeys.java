package chat.natter.gateway.credential;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.security.Key;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.lang.JoseException;
import org.jose4j.lang.UnresolvableKeyException;
import org.jspecify.annotations.Nullable;

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
    private volatile Map<String, Key> keys = Map.of();
    private boolean complained;

    SigningKeys(Vertx vertx, URI address, Duration refresh) {
        this.vertx = vertx;
        this.client = vertx.createHttpClient(new HttpClientOptions().setConnectTimeout(TIMEOUT_MILLIS));
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
                .map(body -> parse(body.toString()))
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

    Key require(@Nullable String id) throws UnresolvableKeyException {
        Key key = id == null ? null : keys.get(id);
        if (key == null) {
            throw new UnresolvableKeyException("no key of that id");
        }
        return key;
    }

    private void again(Duration after) {
        vertx.setTimer(after.toMillis(), ignored -> fetchForever());
    }

    private static Map<String, Key> parse(String json) {
        try {
            Map<String, Key> parsed = new HashMap<>();
            for (JsonWebKey key : new JsonWebKeySet(json).getJsonWebKeys()) {
                parsed.put(key.getKeyId(), key.getKey());
            }
            if (parsed.isEmpty()) {
                throw new IllegalArgumentException("the key set is empty");
            }
            return Map.copyOf(parsed);
        } catch (JoseException e) {
            throw new IllegalArgumentException("not a JSON Web Key Set", e);
        }
    }
}
