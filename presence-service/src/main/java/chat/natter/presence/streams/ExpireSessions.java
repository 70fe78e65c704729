package chat.natter.presence.streams;

import chat.natter.presence.gateways.GatewayPulses;
import chat.natter.presence.gateways.GatewayVerdict;
import chat.natter.presence.gateways.Incarnation;
import chat.natter.presence.sessions.Effect;
import chat.natter.presence.sessions.SessionIndex;
import chat.natter.presence.sessions.SessionIndex.Located;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * Closes the sessions of gateways that are gone, on the topic. The own state follows only when the closing comes back
 * from there, so a closing that a crash swallowed is simply written again.
 */
final class ExpireSessions {
    private static final Logger LOG = Logger.getLogger(ExpireSessions.class);
    /** Time for closings to come back before they are taken for lost. */
    private static final long REPEAT_MILLIS = 10_000;

    private final SessionIndex index;
    private final GatewayPulses pulses;
    private final CarryOutEffects carryOut;
    private final PresenceCounts counts;
    private final Map<Incarnation, Long> expiredAt = new HashMap<>();

    ExpireSessions(SessionIndex index, GatewayPulses pulses, CarryOutEffects carryOut, PresenceCounts counts) {
        this.index = index;
        this.pulses = pulses;
        this.carryOut = carryOut;
        this.counts = counts;
    }

    void expire(long now) {
        expiredAt.values().removeIf(at -> now - at >= REPEAT_MILLIS);
        for (Incarnation incarnation : List.copyOf(index.incarnations())) {
            GatewayVerdict verdict = pulses.judge(incarnation, now);
            if (verdict.isGone() && expiredAt.putIfAbsent(incarnation, now) == null) {
                close(incarnation, verdict, now);
            }
        }
    }

    private void close(Incarnation incarnation, GatewayVerdict verdict, long now) {
        Collection<Located> lost = index.on(incarnation);
        LOG.infof(
                "gateway gone gatewayId=%s epoch=%d verdict=%s sessions=%d",
                incarnation.gateway(), incarnation.epoch(), verdict, lost.size());
        lost.forEach(located -> carryOut.carryOut(located.user(), new Effect.Expire(located.session()), now));
        (verdict == GatewayVerdict.SILENT ? counts.silentExpiries : counts.supersededExpiries).add(lost.size());
    }
}
