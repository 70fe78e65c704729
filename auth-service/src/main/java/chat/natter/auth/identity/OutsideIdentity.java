package chat.natter.auth.identity;

import org.jspecify.annotations.Nullable;

/**
 * Who Keycloak says somebody is.
 *
 * @param identityId Keycloak's id of the user, the same each time
 * @param provider the provider that vouched; null for Keycloak's own form
 * @param displayName what the provider calls the person
 */
public record OutsideIdentity(String identityId, @Nullable String provider, String displayName) {}
