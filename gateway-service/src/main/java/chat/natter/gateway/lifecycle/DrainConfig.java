package chat.natter.gateway.lifecycle;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of leaving. */
@ConfigMapping(prefix = "natter.gateway.drain")
public interface DrainConfig {
    /** How long clients have to go elsewhere before they are closed. */
    @WithDefault("5S")
    Duration grace();

    /** What clients are told to wait before they reconnect. */
    @WithDefault("0S")
    Duration retryAfter();

    /** The time over which their reconnections spread. */
    @WithDefault("3S")
    Duration jitter();
}
