package chat.natter.history.pull;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How pulls are answered. */
@ConfigMapping(prefix = "natter.history.pull")
interface PullConfig {
    /** How many are answered at once by one instance, 1 and above. */
    @WithDefault("16")
    int atOnce();

    /** Older ones are left out: the gateway has told its client to ask again. */
    @WithDefault("10s")
    Duration answeredWithin();
}
