package chat.natter.presence.gateways;

import chat.natter.contract.GatewayId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Judges incarnations by their heartbeats. Nobody is called silent unless this instance listened without a gap for the
 * whole silence; an older epoch never displaces a newer one. Written by the watcher, read by stream threads.
 */
public final class GatewayPulses {
    private static final long SHORTEST_INTERVAL = 50;
    private static final long LONGEST_INTERVAL = 60_000;

    private final int missedHeartbeats;
    private final long assumedIntervalMillis;
    private final Map<GatewayId, Pulse> pulses = new ConcurrentHashMap<>();
    /** Incarnations that only sessions speak of, with the time of the first mention. */
    private final Map<Incarnation, Long> mentioned = new ConcurrentHashMap<>();

    private volatile Contact contact = Contact.NONE;

    /**
     * @param missedHeartbeats so many in a row mean that the gateway is gone
     * @param assumedIntervalMillis for an incarnation that never beat
     */
    public GatewayPulses(int missedHeartbeats, long assumedIntervalMillis) {
        this.missedHeartbeats = missedHeartbeats;
        this.assumedIntervalMillis = assumedIntervalMillis;
    }

    public void hear(Incarnation incarnation, long intervalMillis, Load load, long now) {
        long interval = intervalMillis == 0
                ? assumedIntervalMillis
                : Math.min(LONGEST_INTERVAL, Math.max(SHORTEST_INTERVAL, intervalMillis));
        Pulse heard = new Pulse(incarnation.epoch(), interval, load, now);
        pulses.merge(incarnation.gateway(), heard, (known, next) -> next.epoch() < known.epoch() ? known : next);
        mentioned
                .keySet()
                .removeIf(
                        other -> other.gateway().equals(incarnation.gateway()) && other.epoch() <= incarnation.epoch());
    }

    /** The gateway's record was removed: it is unknown again, and sessions that still name it wait out a silence. */
    void forget(GatewayId gateway) {
        pulses.remove(gateway);
    }

    /** Everything that was written before {@code at} has been heard. */
    public void confirmContact(long at) {
        contact = contact.confirm(at);
    }

    /** All gateways that were ever heard of and not removed, by name. */
    public List<GatewayReport> report() {
        return pulses.entrySet().stream()
                .map(entry -> report(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(found -> found.gateway().value()))
                .toList();
    }

    private GatewayReport report(GatewayId gateway, Pulse pulse) {
        return new GatewayReport(
                gateway,
                pulse.epoch(),
                pulse.load(),
                pulse.heardAt(),
                judgeSilence(pulse.heardAt(), pulse.intervalMillis()));
    }

    public GatewayVerdict judge(Incarnation incarnation, long now) {
        Pulse pulse = pulses.get(incarnation.gateway());
        if (pulse != null && incarnation.epoch() < pulse.epoch()) {
            return GatewayVerdict.SUPERSEDED;
        }
        if (pulse != null && incarnation.epoch() == pulse.epoch()) {
            return judgeSilence(pulse.heardAt(), pulse.intervalMillis());
        }
        // A session may be read before its gateway's first heartbeat, so a mention buys one silence.
        long since = mentioned.computeIfAbsent(incarnation, first -> now);
        return judgeSilence(since, assumedIntervalMillis);
    }

    /** Silence is counted up to the last proof of having heard all: later than that, nobody knows who beats. */
    private GatewayVerdict judgeSilence(long heardAt, long intervalMillis) {
        Contact proven = contact;
        long silence = proven.confirmedAt() - Math.max(heardAt, proven.since());
        return silence > missedHeartbeats * intervalMillis ? GatewayVerdict.SILENT : GatewayVerdict.ALIVE;
    }
}
