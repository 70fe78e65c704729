package chat.natter.history.erasure;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the content of erased accounts is erased. */
@ConfigMapping(prefix = "natter.history.erasure")
interface ErasureConfig {
    /**
     * How long an instance relies on what it knows about an author. An erasure waits twice as long before it begins, so
     * that from then on nobody archives content of that account.
     */
    @WithDefault("10s")
    Duration settle();
}
