package chat.natter.presence.gateways;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes the one {@link GatewayPulses} from the configuration, which it checks. */
@Dependent
final class ProvidePulses {
    @Produces
    @Singleton
    GatewayPulses pulses(GatewaysConfig config) {
        if (config.missedHeartbeats() < 1) {
            throw new IllegalArgumentException("natter.presence.gateways.missed-heartbeats must be at least 1");
        }
        if (config.assumedInterval().toMillis() < 1) {
            throw new IllegalArgumentException("natter.presence.gateways.assumed-interval must be positive");
        }
        return new GatewayPulses(
                config.missedHeartbeats(), config.assumedInterval().toMillis());
    }
}
