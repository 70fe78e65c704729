package chat.natter.presence.streams;

import chat.natter.contract.CloseCode;
import chat.natter.contract.GatewayId;
import chat.natter.contract.UserId;
import chat.natter.contract.record.CloseSession;
import chat.natter.contract.record.Delivery;
import chat.natter.contract.record.Presence;
import chat.natter.contract.record.PresenceDelivery;
import chat.natter.contract.record.SessionClosed;
import chat.natter.contract.record.SessionRecord;
import chat.natter.contract.record.WatchRecord;
import chat.natter.presence.gateways.Incarnation;
import chat.natter.presence.privacy.Shown;
import chat.natter.presence.sessions.OpenSession;
import chat.natter.presence.watching.WatchKey;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Turns what was decided into records on the right sink. */
final class WriteRecords {
    private final ProcessorContext<byte[], Output> context;
    private final Predicate<Incarnation> canBeTold;
    private final Predicate<GatewayId> hasTopic;

    /**
     * Writes for one partition.
     *
     * @param canBeTold whether that incarnation is worth telling of presence
     * @param hasTopic whether the gateway's delivery topic exists
     */
    WriteRecords(
            ProcessorContext<byte[], Output> context, Predicate<Incarnation> canBeTold, Predicate<GatewayId> hasTopic) {
        this.context = context;
        this.canBeTold = canBeTold;
        this.hasTopic = hasTopic;
    }

    void announce(UserId user, chat.natter.presence.sessions.Presence presence, long now) {
        Presence record = Presence.newBuilder()
                .setUser(user.value())
                .setState(state(presence))
                .setLastSeen(presence.lastSeen())
                .setSessions(presence.sessions())
                .build();
        forward(user.value(), Output.of(record.toByteArray()), now, PresenceTopology.TO_PRESENCE);
    }

    /** Nobody is to find anything about the user any more. */
    void erase(UserId user, long now) {
        forward(user.value(), Output.of(null), now, PresenceTopology.TO_PRESENCE);
    }

    /**
     * The closing is for everybody who keeps sessions, and for the gateway itself: should it only have been paused or
     * cut off, it finds the order to drop the socket as soon as it reads on.
     */
    void expire(UserId user, OpenSession session, long now) {
        SessionRecord closing = SessionRecord.newBuilder()
                .setSession(session.session().value())
                .setDevice(session.device().value())
                .setGateway(session.on().gateway().value())
                .setGatewayEpoch(session.on().epoch())
                .setClosed(SessionClosed.newBuilder().setReason(SessionClosed.Reason.GATEWAY_LOST))
                .build();
        forward(user.value(), Output.of(closing.toByteArray()), now, PresenceTopology.TO_SESSIONS);
        if (hasTopic.test(session.on().gateway())) {
            Delivery drop = Delivery.newBuilder()
                    .setSession(session.session().value())
                    .setUser(user.value())
                    .setDevice(session.device().value())
                    .setClose(CloseSession.newBuilder().setCode(CloseCode.DRAINING.code()))
                    .build();
            deliver(session.session().value(), drop, session.on().gateway(), now);
        }
    }

    void watch(UserId key, WatchRecord record, long now) {
        forward(key.value(), Output.of(record.toByteArray()), now, PresenceTopology.TO_WATCHES);
    }

    /** Tells every session of a gateway; whether that was possible. */
    boolean presence(UserId watched, chat.natter.presence.sessions.Presence presence, Incarnation gateway, long now) {
        return tell(watched, gateway, "", delivery(watched, presence), now);
    }

    /** Tells one session, also what it may see; whether that was possible. */
    boolean answer(
            WatchKey key, Incarnation gateway, chat.natter.presence.sessions.Presence presence, Shown shown, long now) {
        PresenceDelivery.Builder delivery =
                delivery(key.watched(), presence).setShowsState(shown.state()).setShowsLastSeen(shown.lastSeen());
        return tell(key.watched(), gateway, key.session().value(), delivery, now);
    }

    private boolean tell(
            UserId watched, Incarnation gateway, String session, PresenceDelivery.Builder presence, long now) {
        if (!canBeTold.test(gateway) || !hasTopic.test(gateway.gateway())) {
            return false;
        }
        Delivery delivery =
                Delivery.newBuilder().setSession(session).setPresence(presence).build();
        // Under the watched user's key, so that an answer and a later change cannot overtake each other.
        deliver(watched.value(), delivery, gateway.gateway(), now);
        return true;
    }

    private void deliver(String key, Delivery delivery, GatewayId gateway, long now) {
        forward(key, Output.to(gateway, delivery.toByteArray()), now, PresenceTopology.TO_DELIVERIES);
    }

    private void forward(String key, Output output, long now, String sink) {
        context.forward(new Record<>(key.getBytes(StandardCharsets.UTF_8), output, now), sink);
    }

    private static PresenceDelivery.Builder delivery(UserId watched, chat.natter.presence.sessions.Presence presence) {
        return PresenceDelivery.newBuilder()
                .setUser(watched.value())
                .setState(state(presence))
                .setLastSeen(presence.lastSeen());
    }

    private static Presence.State state(chat.natter.presence.sessions.Presence presence) {
        return switch (presence.state()) {
            case ONLINE -> Presence.State.ONLINE;
            case AWAY -> Presence.State.AWAY;
            case OFFLINE -> Presence.State.OFFLINE;
        };
    }
}
