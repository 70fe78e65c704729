package chat.natter.gateway.edge;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** Settings of the REST edge. */
@ConfigMapping(prefix = "natter.gateway")
public interface EdgeConfig {
    /** The services behind the edge. */
    Upstreams upstreams();

    /** The largest request body that is passed on; files go to object storage directly. */
    @WithDefault("1048576")
    long maxBodyBytes();

    /** A service that does not answer within this time counts as away. */
    @WithDefault("30S")
    Duration upstreamTimeout();

    /** Base addresses. */
    interface Upstreams {
        /** auth-service. */
        URI auth();

        /** presence-service. */
        URI presence();

        /** history-service. */
        URI history();

        /** media-service. */
        URI media();
    }
}
