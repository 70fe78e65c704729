package chat.natter.history.message;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How hard the archive may press on Cassandra. */
@ConfigMapping(prefix = "natter.history.store")
interface MessageStoreConfig {
    /** Writes of one batch that are on their way at the same time, 1 and above. */
    @WithDefault("128")
    int maxWritesInFlight();
}
