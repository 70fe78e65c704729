package chat.natter.presence.gateways;

import chat.natter.contract.GatewayId;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** For operators: which gateways there are, and how they are. Like the metrics, not reachable through the edge. */
@Path("/v1/admin/gateways")
public class GatewaysResource {
    private final GatewayPulses pulses;
    private final Clock clock;

    GatewaysResource(GatewayPulses pulses, Clock clock) {
        this.pulses = pulses;
        this.clock = clock;
    }

    /** All gateways. */
    public record Answer(List<Gateway> gateways) {}

    /**
     * One gateway; {@code state} is {@code alive}, {@code draining} or {@code silent}, {@code version} empty if the
     * gateway does not say it.
     */
    public record Gateway(
            String gatewayId,
            String version,
            String state,
            int sockets,
            Instant startedAt,
            Instant lastHeartbeat,
            long silentMillis) {}

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Answer list() {
        return new Answer(pulses.report().stream().map(this::gateway).toList());
    }

    private Gateway gateway(GatewayReport found) {
        GatewayId id = found.gateway();
        return new Gateway(
                id.value(),
                found.load().version(),
                state(found),
                found.load().sockets(),
                Instant.ofEpochMilli(found.epoch()),
                Instant.ofEpochMilli(found.heardAt()),
                Math.max(0, clock.millis() - found.heardAt()));
    }

    private static String state(GatewayReport found) {
        boolean draining = found.load().draining() && !found.verdict().isGone();
        return draining ? "draining" : found.verdict().name().toLowerCase(Locale.ROOT);
    }
}
