package chat.natter.gateway.status;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;

/** Settings of the status page. */
@ConfigMapping(prefix = "natter.gateway.status")
interface StatusConfig {
    /** The groups of consumers of which the status page shows how far they are behind. */
    @WithDefault(
            "message-service,presence-service,history-service,history-service-marks,history-service-pulls,history-service-accounts,media-service,media-service-accounts,media-service-readers")
    List<String> groups();
}
