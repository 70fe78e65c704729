package chat.natter.presence.streams;

import chat.natter.contract.UserId;
import chat.natter.contract.record.Presence;
import chat.natter.contract.record.SessionClosed;
import chat.natter.contract.record.SessionRecord;
import chat.natter.presence.sessions.Effect;
import chat.natter.presence.sessions.OpenSession;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Turns effects into records on the right sink. */
final class WriteRecords {
    private final ProcessorContext<byte[], byte[]> context;

    WriteRecords(ProcessorContext<byte[], byte[]> context) {
        this.context = context;
    }

    void write(UserId user, Effect effect, long now) {
        effect.accept(new Effect.Handler<Void>() {
            @Override
            public Void announce(Effect.Announce announce) {
                forward(user, presence(user, announce.presence()).toByteArray(), now, PresenceTopology.TO_PRESENCE);
                return null;
            }

            @Override
            public Void expire(Effect.Expire expire) {
                forward(user, closing(expire.session()).toByteArray(), now, PresenceTopology.TO_SESSIONS);
                return null;
            }
        });
    }

    private void forward(UserId user, byte[] value, long now, String sink) {
        context.forward(new Record<>(user.value().getBytes(StandardCharsets.UTF_8), value, now), sink);
    }

    private static Presence presence(UserId user, chat.natter.presence.sessions.Presence presence) {
        return Presence.newBuilder()
                .setUser(user.value())
                .setState(presence.online() ? Presence.State.ONLINE : Presence.State.OFFLINE)
                .setLastSeen(presence.lastSeen())
                .setSessions(presence.sessions())
                .build();
    }

    private static SessionRecord closing(OpenSession session) {
        return SessionRecord.newBuilder()
                .setSession(session.session().value())
                .setDevice(session.device().value())
                .setGateway(session.on().gateway().value())
                .setGatewayEpoch(session.on().epoch())
                .setClosed(SessionClosed.newBuilder().setReason(SessionClosed.Reason.GATEWAY_LOST))
                .build();
    }
}
