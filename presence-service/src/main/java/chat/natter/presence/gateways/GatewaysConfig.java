package chat.natter.presence.gateways;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When a gateway counts as gone. */
@ConfigMapping(prefix = "natter.presence.gateways")
public interface GatewaysConfig {
    /** So many missed heartbeats in a row close a gateway's sessions. */
    @WithDefault("3")
    int missedHeartbeats();

    /** The interval assumed of a gateway that never beat, and of one that names none. */
    @WithDefault("2s")
    Duration assumedInterval();
}
