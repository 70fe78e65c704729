package chat.natter.media.quota;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.OptionalLong;

/** How much may be stored. */
@ConfigMapping(prefix = "natter.media.quota")
interface QuotaConfig {
    /** Bytes of one account, announced uploads included. */
    @WithDefault("10737418240")
    long perAccount();

    /** Bytes of all accounts of this bucket and prefix; absent: no bound. */
    OptionalLong perTenant();

    /** How often all files are counted, if there is a bound for all of them. */
    @WithDefault("10m")
    Duration countEvery();
}
