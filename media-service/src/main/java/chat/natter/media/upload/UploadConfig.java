package chat.natter.media.upload;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What may be uploaded, and how long that may take. */
@ConfigMapping(prefix = "natter.media.upload")
interface UploadConfig {
    /** The largest file, in bytes. One PUT carries it, so what a network can move at one go is the bound. */
    @WithDefault("16777216")
    long maxSize();

    /** From the announcement to the completion; the presigned address works as long. */
    @WithDefault("1h")
    Duration lifetime();

    /** How many uploads one instance reads and hashes at the same time; others wait their turn. */
    @WithDefault("4")
    int concurrentVerifications();

    /** How long a completion waits for its turn before it is {@code unavailable}. */
    @WithDefault("30s")
    Duration patience();
}
