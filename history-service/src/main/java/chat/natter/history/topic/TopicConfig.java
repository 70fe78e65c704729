package chat.natter.history.topic;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Bounds of following. */
@ConfigMapping(prefix = "natter.history.topic")
interface TopicConfig {
    /** Topics that one user may follow, 1 and above. */
    @WithDefault("500")
    int mostFollowed();
}
