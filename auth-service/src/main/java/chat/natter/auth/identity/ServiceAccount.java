package chat.natter.auth.identity;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Calls the admin API as our service account, whose token is kept until shortly before it expires. */
@Singleton
class ServiceAccount {
    private static final Duration MARGIN = Duration.ofSeconds(10);

    private final KeycloakRealm keycloak;
    private final KeycloakConfig config;
    private final Clock clock;
    private String bearer = "";
    private Instant freshUntil = Instant.MIN;

    ServiceAccount(@RestClient KeycloakRealm keycloak, KeycloakConfig config, Clock clock) {
        this.keycloak = keycloak;
        this.config = config;
        this.clock = clock;
    }

    Response call(Function<String, Response> request) {
        Response response = CallKeycloak.call(() -> request.apply(bearer()));
        if (response.getStatus() != 401) {
            return response;
        }
        // Keycloak may have been restarted with other keys: what it signed before is worth nothing now.
        response.close();
        forget();
        return CallKeycloak.call(() -> request.apply(bearer()));
    }

    private synchronized String bearer() {
        if (clock.instant().isBefore(freshUntil)) {
            return bearer;
        }
        try (Response response = CallKeycloak.call(() -> keycloak.token(
                config.realm(), "client_credentials", config.clientId(), config.clientSecret(), null, null))) {
            TokenAnswer answer = response.readEntity(TokenAnswer.class);
            if (response.getStatus() != 200 || answer.accessToken() == null) {
                throw CallKeycloak.unexpected(answer);
            }
            bearer = "Bearer " + answer.accessToken();
            freshUntil = clock.instant().plusSeconds(answer.expiresIn()).minus(MARGIN);
            return bearer;
        }
    }

    private synchronized void forget() {
        freshUntil = Instant.MIN;
    }
}
