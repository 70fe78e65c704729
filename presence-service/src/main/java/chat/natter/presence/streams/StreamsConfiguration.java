package chat.natter.presence.streams;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** How this instance runs its share of the users. Kafka's own settings are taken from {@code kafka.*}. */
@ConfigMapping(prefix = "natter.presence")
public interface StreamsConfiguration {
    /** Where the local store lives. Losing it costs a restoration from Kafka, no data. */
    @WithDefault(".natter/data/presence")
    Path stateDir();

    /** How long a user stays online after the last session ended: reconnects within it go unnoticed. */
    @WithDefault("10s")
    Duration grace();

    /** A gateway that was told of a user is not told of that user again within this time; then of the last state. */
    @WithDefault("5s")
    Duration throttle();

    /** How often due departures and silent gateways are looked at. */
    @WithDefault("500ms")
    Duration sweepInterval();

    /** Instances with the same id share the users; also the prefix of the changelog topic. */
    @WithDefault("presence-service")
    String applicationId();

    /** The address under which the other instances reach this one. */
    @WithDefault("127.0.0.1")
    String host();

    /** The port that belongs to {@link #host()}. */
    @WithDefault("${quarkus.http.port:8203}")
    int port();

    /** Warm copies of each partition on other instances. */
    @WithDefault("1")
    int standbyReplicas();
}
