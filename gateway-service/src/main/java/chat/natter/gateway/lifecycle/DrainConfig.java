package chat.natter.gateway.lifecycle;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of leaving. */
@ConfigMapping(prefix = "natter.gateway.drain")
public interface DrainConfig {
    /** The time over which clients are asked to go, batch by batch: the fewer at once, the calmer for the others. */
    @WithDefault("4S")
    Duration over();

    /** How long the last ones who were asked have, beyond their waiting time, before they are closed. */
    @WithDefault("2S")
    Duration grace();

    /** What clients are told to wait before they reconnect. */
    @WithDefault("0S")
    Duration retryAfter();

    /** The time over which the reconnections of one batch spread. */
    @WithDefault("3S")
    Duration jitter();
}
