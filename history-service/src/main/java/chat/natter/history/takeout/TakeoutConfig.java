package chat.natter.history.takeout;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** How users get their own messages. */
@ConfigMapping(prefix = "natter.history.export")
interface TakeoutConfig {
    /** How often a user may ask for an export on one day (UTC). */
    @WithDefault("3")
    int perDay();

    /** How long the address of a package opens it for whoever has it. */
    @WithDefault("5m")
    Duration linkLifetime();

    /**
     * Where clients reach a gateway, such as {@code https://chat.example.org}: pages then link files by their address;
     * absent: by their id alone.
     */
    Optional<URI> publicUrl();
}
