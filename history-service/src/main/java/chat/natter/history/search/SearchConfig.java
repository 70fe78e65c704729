package chat.natter.history.search;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How search behaves. */
@ConfigMapping(prefix = "natter.history.search")
interface SearchConfig {
    /** The language of texts that are too short to tell: the one that most people here write. */
    @WithDefault("english")
    Language language();

    /**
     * Partitions of the index that one request may read, 1 and above; it then hands out a cursor. Those in which
     * something was said since the place where the request goes on do not count.
     */
    @WithDefault("256")
    int maxPartitions();

    /** Writes to the index of one batch that are on their way at the same time, 1 and above. */
    @WithDefault("64")
    int maxWritesInFlight();
}
