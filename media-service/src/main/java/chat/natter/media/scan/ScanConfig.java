package chat.natter.media.scan;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Who looks for viruses. */
@ConfigMapping(prefix = "natter.media.scan")
interface ScanConfig {
    /** The host of a clamd that listens on TCP; absent: nobody looks. */
    Optional<String> clamdHost();

    /** Its port. */
    @WithDefault("3310")
    int clamdPort();

    /** How long it may be silent. */
    @WithDefault("60s")
    Duration timeout();

    /** The largest file that is scanned, in bytes; at most clamd's {@code StreamMaxLength}. Larger ones pass. */
    @WithDefault("26214400")
    long maxFile();
}
