package chat.natter.presence.streams;

import chat.natter.contract.DeviceId;
import chat.natter.contract.GatewayId;
import chat.natter.contract.InvalidId;
import chat.natter.contract.SessionId;
import chat.natter.contract.UserId;
import chat.natter.contract.record.SessionRecord;
import chat.natter.presence.gateways.Incarnation;
import chat.natter.presence.sessions.OpenSession;
import chat.natter.presence.sessions.SessionChange;
import com.google.protobuf.InvalidProtocolBufferException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** From bytes to a {@link SessionFact}; never throws, whatever the bytes. */
final class ReadSessionRecord {
    private static final SessionFact IRRELEVANT = new SessionFact.Irrelevant();

    private ReadSessionRecord() {}

    static SessionFact read(byte @Nullable [] key, byte @Nullable [] value) {
        if (key == null || value == null) {
            return new SessionFact.Unreadable("key or value is missing");
        }
        try {
            return interpret(key, SessionRecord.parseFrom(value));
        } catch (InvalidProtocolBufferException | InvalidId unreadable) {
            return new SessionFact.Unreadable(String.valueOf(unreadable.getMessage()));
        }
    }

    private static SessionFact interpret(byte[] key, SessionRecord found) {
        return switch (found.getBodyCase()) {
            case OPENED -> change(key, new SessionChange.Opened(open(found)));
            case CLOSED -> change(key, new SessionChange.Closed(new SessionId(found.getSession())));
            case ACTIVITY ->
                change(
                        key,
                        new SessionChange.ActivityChanged(
                                new SessionId(found.getSession()),
                                found.getActivity().getActive()));
            case ACKNOWLEDGED, READ, BODY_NOT_SET -> IRRELEVANT;
        };
    }

    private static SessionFact change(byte[] key, SessionChange change) {
        return new SessionFact.Change(new UserId(new String(key, StandardCharsets.UTF_8)), change);
    }

    private static OpenSession open(SessionRecord found) {
        return new OpenSession(
                new SessionId(found.getSession()),
                new DeviceId(found.getDevice()),
                new Incarnation(new GatewayId(found.getGateway()), found.getGatewayEpoch()));
    }
}
