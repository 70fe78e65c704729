package chat.natter.auth.method;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A way to sign in besides the password.
 *
 * @param kind {@code PHONE}, {@code EMAIL} or {@code OIDC}
 * @param address the number or address; of OIDC, Keycloak's id of the user
 * @param provider of OIDC, which provider vouches
 */
public record SignInMethod(
        String id, String kind, String address, @Nullable String provider, Instant addedAt) {
    static final String OIDC = "OIDC";
}
