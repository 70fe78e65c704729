package chat.natter.media.storage;

import chat.natter.storage.S3Settings;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Where the objects are. */
@ConfigMapping(prefix = "natter.media.s3")
public interface S3Config extends S3Settings {
    /** Created at start if it is absent and we may. */
    @WithDefault("natter-media")
    String bucket();

    /** How long S3 may take to join the parts of a large file. */
    @WithDefault("5m")
    Duration joinTimeout();
}
