package chat.natter.presence.lookup;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Asking other instances. */
@ConfigMapping(prefix = "natter.presence.lookup")
public interface LookupConfig {
    /** The longest wait for the instance that owns a user. */
    @WithDefault("2s")
    Duration timeout();
}
