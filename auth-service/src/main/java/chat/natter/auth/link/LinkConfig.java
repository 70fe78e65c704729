package chat.natter.auth.link;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Linking devices by a QR code. */
@ConfigMapping(prefix = "natter.auth.link")
public interface LinkConfig {
    /** How long a link is good for, from asking to signing in. */
    @WithDefault("PT1M")
    Duration lifetime();
}
