package chat.natter.auth.identity;

/** A user of the realm. The id is Keycloak's. */
public record Identity(String id, boolean enabled) {}
