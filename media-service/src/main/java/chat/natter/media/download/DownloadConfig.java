package chat.natter.media.download;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How downloads are handed out. */
@ConfigMapping(prefix = "natter.media.download")
interface DownloadConfig {
    /** How long a presigned address may be used to begin a download. */
    @WithDefault("5m")
    Duration lifetime();
}
