package chat.natter.gateway.kafka;

import chat.natter.contract.GatewayId;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Which gateway this is, and which incarnation of it. */
@Singleton
public class GatewayIdentity {
    private final GatewayId id;
    private final long epoch;
    private final String version;

    GatewayIdentity(
            KafkaConfig config, Clock clock, @ConfigProperty(name = "quarkus.application.version") String version) {
        id = new GatewayId(config.id());
        epoch = clock.millis();
        this.version = version;
    }

    public GatewayId id() {
        return id;
    }

    /** Milliseconds since 1970 at the start: greater after each start. */
    public long epoch() {
        return epoch;
    }

    /** Of the program that runs. */
    public String version() {
        return version;
    }
}
