package chat.natter.media.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How readers are let in. */
@ConfigMapping(prefix = "natter.media.access")
interface AccessConfig {
    /** How long a reader waits whose message was faster than the record of it. */
    @WithDefault("2s")
    Duration patience();
}
