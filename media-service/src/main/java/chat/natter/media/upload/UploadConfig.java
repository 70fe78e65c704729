package chat.natter.media.upload;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What may be uploaded, and how long that may take. */
@ConfigMapping(prefix = "natter.media.upload")
public interface UploadConfig {
    /** The largest file, in bytes. */
    @WithDefault("4294967296")
    long maxSize();

    /** The largest file that travels in one PUT; larger ones come in parts. */
    @WithDefault("16777216")
    long maxSinglePut();

    /** From the announcement to the completion of one PUT; a presigned address works as long. */
    @WithDefault("1h")
    Duration lifetime();

    /** From the announcement to the completion of an upload in parts, with all its breaks. */
    @WithDefault("24h")
    Duration lifetimeOfParts();

    /** How many uploads one instance verifies at the same time; others wait their turn. */
    @WithDefault("4")
    int concurrentVerifications();

    /** How long a completion waits for its turn before it is {@code unavailable}. */
    @WithDefault("30s")
    Duration patience();
}
