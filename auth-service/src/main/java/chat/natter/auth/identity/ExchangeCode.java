package chat.natter.auth.identity;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/**
 * Exchanges an authorization code, with the verifier of its challenge (RFC 7636), for an identity. Keycloak accepts a
 * code once, from the client it was given to and for the address that it was sent to.
 */
@Singleton
public class ExchangeCode {
    private final KeycloakRealm keycloak;
    private final KeycloakConfig config;
    private final VerifyIdToken verifyIdToken;

    ExchangeCode(@RestClient KeycloakRealm keycloak, KeycloakConfig config, VerifyIdToken verifyIdToken) {
        this.keycloak = keycloak;
        this.config = config;
        this.verifyIdToken = verifyIdToken;
    }

    /** Empty if Keycloak does not take the code. */
    public Optional<OutsideIdentity> exchange(String code, String codeVerifier, String redirectUri) {
        try (Response response = CallKeycloak.call(() -> keycloak.exchange(
                config.realm(), "authorization_code", config.appClientId(), code, codeVerifier, redirectUri))) {
            TokenAnswer answer = response.readEntity(TokenAnswer.class);
            String idToken = answer.idToken();
            if (response.getStatus() != 200 || idToken == null) {
                return Optional.empty();
            }
            return verifyIdToken.verify(idToken);
        }
    }
}
