package chat.natter.presence.streams;

import chat.natter.contract.DeviceId;
import chat.natter.contract.GatewayId;
import chat.natter.contract.SessionId;
import chat.natter.presence.gateways.Incarnation;
import chat.natter.presence.sessions.OpenSession;
import chat.natter.presence.sessions.UserSessions;
import chat.natter.presence.stored.StoredClosing;
import chat.natter.presence.stored.StoredSession;
import chat.natter.presence.stored.StoredUser;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** {@link UserSessions} as {@code StoredUser}. */
final class UserSessionsSerde implements Serde<UserSessions> {
    @Override
    public Serializer<UserSessions> serializer() {
        return (topic, user) -> write(user);
    }

    @Override
    public Deserializer<UserSessions> deserializer() {
        return (topic, bytes) -> read(bytes);
    }

    private static byte @Nullable [] write(@Nullable UserSessions user) {
        if (user == null) {
            return null;
        }
        StoredUser.Builder stored = StoredUser.newBuilder()
                .setChangedAt(user.changedAt())
                .setLastSeen(user.lastSeen())
                .setSettled(user.settled());
        user.open()
                .values()
                .forEach(session -> stored.addOpen(StoredSession.newBuilder()
                        .setSession(session.session().value())
                        .setDevice(session.device().value())
                        .setGateway(session.on().gateway().value())
                        .setGatewayEpoch(session.on().epoch())
                        .setInactive(!session.active())));
        user.closed()
                .forEach((session, at) -> stored.addClosed(
                        StoredClosing.newBuilder().setSession(session.value()).setAt(at)));
        return stored.build().toByteArray();
    }

    private static @Nullable UserSessions read(byte @Nullable [] bytes) {
        if (bytes == null) {
            return null;
        }
        try {
            StoredUser stored = StoredUser.parseFrom(bytes);
            Map<SessionId, OpenSession> open = new LinkedHashMap<>();
            for (StoredSession session : stored.getOpenList()) {
                SessionId id = new SessionId(session.getSession());
                Incarnation on = new Incarnation(new GatewayId(session.getGateway()), session.getGatewayEpoch());
                open.put(id, new OpenSession(id, new DeviceId(session.getDevice()), on, !session.getInactive()));
            }
            Map<SessionId, Long> closed = new LinkedHashMap<>();
            stored.getClosedList().forEach(closing -> closed.put(new SessionId(closing.getSession()), closing.getAt()));
            return new UserSessions(open, closed, stored.getChangedAt(), stored.getLastSeen(), stored.getSettled());
        } catch (InvalidProtocolBufferException broken) {
            throw new SerializationException("a stored user is not readable", broken);
        }
    }
}
