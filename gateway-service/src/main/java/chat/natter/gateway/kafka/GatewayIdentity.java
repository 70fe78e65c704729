package chat.natter.gateway.kafka;

import chat.natter.contract.GatewayId;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Which gateway this is, and which incarnation of it. */
@Singleton
public class GatewayIdentity {
    private final GatewayId id;
    private final long epoch;

    GatewayIdentity(KafkaConfig config, Clock clock) {
        id = new GatewayId(config.id());
        epoch = clock.millis();
    }

    public GatewayId id() {
        return id;
    }

    /** Milliseconds since 1970 at the start: greater after each start. */
    public long epoch() {
        return epoch;
    }
}
