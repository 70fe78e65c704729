package chat.natter.media.removal;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When files go by themselves. */
@ConfigMapping(prefix = "natter.media.removal")
interface RemovalConfig {
    /** How long a file stays that nobody sent. */
    @WithDefault("24h")
    Duration unsentAfter();

    /** How often abandoned uploads and unsent files are looked for. */
    @WithDefault("10m")
    Duration sweepEvery();
}
