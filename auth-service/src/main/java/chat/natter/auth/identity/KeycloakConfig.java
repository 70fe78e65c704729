package chat.natter.auth.identity;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Where identities are kept. Time-outs and TLS are those of the REST client {@code keycloak}. */
@ConfigMapping(prefix = "natter.auth.keycloak")
public interface KeycloakConfig {
    /** Base URL, for example {@code http://127.0.0.1:18080}. */
    String url();

    /** The realm that is Natter's. */
    String realm();

    /** The confidential client whose service account may manage users. */
    String clientId();

    /** That client's secret. */
    String clientSecret();

    /** The public client with direct access grants by which passwords are checked. */
    String appClientId();

    /** What its tokens name as their issuer, if that is not {@code <url>/realms/<realm>}: a public address. */
    Optional<String> issuer();
}
