package chat.natter.history.retention;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** How long messages are kept. */
@ConfigMapping(prefix = "natter.history.retention")
interface RetentionConfig {
    /** Classes of retention by name: how long messages of such conversations are kept after they were accepted. */
    Map<String, Duration> classes();

    /** The class of conversations of two; absent: they are kept for ever. */
    Optional<String> direct();

    /** The class of groups; absent: they are kept for ever. */
    Optional<String> group();

    /** How long an instance relies on what it knows of single conversations; a change waits twice as long. */
    @WithDefault("10s")
    Duration settle();
}
