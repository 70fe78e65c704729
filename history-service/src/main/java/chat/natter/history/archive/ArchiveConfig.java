package chat.natter.history.archive;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the archive behaves while its store is away. */
@ConfigMapping(prefix = "natter.history.archive")
interface ArchiveConfig {
    /** The pause after the first failure; it doubles with each further one. */
    @WithDefault("200ms")
    Duration firstPause();

    /** The longest pause between two attempts. */
    @WithDefault("5s")
    Duration longestPause();
}
