package chat.natter.auth.session;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Device sessions. */
@ConfigMapping(prefix = "natter.auth.session")
public interface SessionConfig {
    /** A session that is not refreshed for so long ends. */
    @WithDefault("P60D")
    Duration idleLifetime();

    /** How often ended sessions are deleted. */
    @WithDefault("PT1H")
    Duration sweepEvery();
}
