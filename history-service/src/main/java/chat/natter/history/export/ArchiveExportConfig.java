package chat.natter.history.export;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the company gets its archive on object storage. */
@ConfigMapping(prefix = "natter.history.archive-export")
interface ArchiveExportConfig {
    /** Entries in one file; an export whose instance was killed goes on after the last file that is whole. */
    @WithDefault("500000")
    int partEntries();

    /** How long the address of a file opens it for whoever has it. */
    @WithDefault("5m")
    Duration linkLifetime();
}
