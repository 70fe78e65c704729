package chat.natter.auth.identity;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/**
 * Asks Keycloak, by the direct access grant, whether a password is right. The tokens it gives are thrown away: sessions
 * are ours. An unknown name costs as much as a wrong password, since Keycloak hashes in both cases.
 */
@Singleton
public class VerifyPassword {
    private static final Logger LOG = Logger.getLogger(VerifyPassword.class);

    private final KeycloakRealm keycloak;
    private final KeycloakConfig config;

    VerifyPassword(@RestClient KeycloakRealm keycloak, KeycloakConfig config) {
        this.keycloak = keycloak;
        this.config = config;
    }

    /** The name is taken as it was given: one that breaks our rules must cost the same as one that does not. */
    public boolean verify(String username, String password) {
        try (Response response = CallKeycloak.call(
                () -> keycloak.token(config.realm(), "password", config.appClientId(), null, username, password))) {
            if (response.getStatus() == 200) {
                return true;
            }
            TokenAnswer answer = response.readEntity(TokenAnswer.class);
            if (!"invalid_grant".equals(answer.error())) {
                throw CallKeycloak.unexpected(answer);
            }
            if (response.getStatus() == 400) {
                // Wrong passwords are 401. This one may be right, but the realm wants something first.
                LOG.warnf("password grant refused reason=\"%s\"", answer.errorDescription());
            }
            return false;
        }
    }
}
