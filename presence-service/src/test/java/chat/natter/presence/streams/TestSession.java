package chat.natter.presence.streams;

import chat.natter.contract.Ulid;
import chat.natter.contract.UserId;
import chat.natter.contract.record.SessionClosed;
import chat.natter.contract.record.SessionOpened;
import chat.natter.contract.record.SessionRecord;
import chat.natter.presence.gateways.Incarnation;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;

/** A session with fresh ids, and the records that a gateway writes of it. */
final class TestSession {
    static final Map<String, String> OWNERS = new ConcurrentHashMap<>();
    private static final Random RANDOM = new Random(2);

    final String session = ulid();
    final String device = ulid();
    final UserId user;
    private final Incarnation on;

    TestSession(Incarnation on) {
        this(on, new UserId(ulid()));
    }

    TestSession(Incarnation on, UserId user) {
        this.on = on;
        this.user = user;
        OWNERS.put(session, user.value());
    }

    SessionRecord opened() {
        return base().setOpened(SessionOpened.getDefaultInstance()).build();
    }

    SessionRecord closed() {
        return base().setClosed(SessionClosed.newBuilder().setReason(SessionClosed.Reason.SOCKET))
                .build();
    }

    SessionRecord.Builder base() {
        return SessionRecord.newBuilder()
                .setSession(session)
                .setDevice(device)
                .setGateway(on.gateway().value())
                .setGatewayEpoch(on.epoch());
    }

    private static String ulid() {
        return Ulid.next(Instant.EPOCH, RANDOM);
    }
}
