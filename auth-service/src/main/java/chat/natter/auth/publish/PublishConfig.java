package chat.natter.auth.publish;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How accounts reach {@code chat.accounts}. */
@ConfigMapping(prefix = "natter.auth.publish")
public interface PublishConfig {
    /** After this time without an acknowledgement a request is answered with an outage. */
    @WithDefault("PT5S")
    Duration timeout();

    /** How many accounts may wait for Kafka at once: each holds a database connection, of which others need some. */
    @WithDefault("8")
    @Min(1)
    @Max(64)
    int parallel();

    /** How often accounts are looked for whose last version was not acknowledged. */
    @WithDefault("PT5S")
    Duration relayEvery();
}
