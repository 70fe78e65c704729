package chat.natter.gateway.session;

import chat.natter.contract.GatewayId;
import java.time.Clock;
import java.util.random.RandomGenerator;

/**
 * What all sessions of a gateway share.
 *
 * @param epoch the gateway's incarnation: milliseconds since 1970 at its start
 */
public record SessionContext(
        GatewayId gateway,
        long epoch,
        Credentials credentials,
        SessionLimits limits,
        SessionTraffic traffic,
        Clock clock,
        RandomGenerator random) {
    long now() {
        return clock.millis();
    }
}
