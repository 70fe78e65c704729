package chat.natter.gateway.credential;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.NotEmpty;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** Settings of credentials. */
@ConfigMapping(prefix = "natter.gateway")
public interface CredentialConfig {
    /** Where auth-service publishes its signing keys. */
    URI jwksUrl();

    /** How often they are fetched. */
    @WithDefault("1M")
    Duration jwksRefresh();

    /** Who must have issued a token. */
    @WithDefault("natter")
    String issuer();

    /** For whom it must be. */
    @WithDefault("natter")
    String audience();

    /** {@code id:base64} of at least 32 bytes each, the same on all gateways; the first signs, all are accepted. */
    @NotEmpty
    List<String> ticketKeys();

    /** How long a ticket can be used. */
    @WithDefault("7D")
    Duration ticketLifetime();
}
