package chat.natter.contract.frame;

import chat.natter.contract.ConversationId;
import chat.natter.contract.DeviceId;
import chat.natter.contract.GatewayId;
import chat.natter.contract.MessageId;
import chat.natter.contract.PresenceState;
import chat.natter.contract.Problem;
import chat.natter.contract.SessionId;
import chat.natter.contract.UserId;

/** Reads what a gateway sent: for clients in Java. */
public final class ReadServerFrame {
    private static final long MAX = ReadClientFrame.MAX_NUMBER;

    private ReadServerFrame() {}

    /** The frame, or why it is none; {@code unknown_type} is to be ignored, since servers gain frames over time. */
    public static Decoded<ServerFrame> read(byte[] utf8) {
        try {
            return new Decoded.Frame<>(frame(Fields.parse(utf8)));
        } catch (BadFrame e) {
            return new Decoded.Bad<>(e.problem(), null, e.detail());
        }
    }

    private static ServerFrame frame(Fields fields) {
        return switch (fields.requireText("type")) {
            case "welcome" -> welcome(fields);
            case "synced" -> new ServerFrame.Synced(position(fields));
            case "ping" -> new ServerFrame.Ping();
            case "pong" -> new ServerFrame.Pong();
            case "sent" -> sent(fields);
            case "spread" -> spread(fields);
            case "message" -> message(fields);
            case "receipt" -> receipt(fields);
            case "missed" ->
                new ServerFrame.Missed(
                        position(fields),
                        conversation(fields),
                        fields.requireNumber("first", 1, MAX),
                        fields.requireNumber("last", 1, MAX));
            case "page" -> page(fields);
            case "security" -> security(fields);
            case "personal" -> personal(fields);
            case "error" -> failure(fields);
            case "goaway" ->
                new ServerFrame.GoAway((int) fields.requireNumber("retryAfterMs", 0, Integer.MAX_VALUE), (int)
                        fields.requireNumber("jitterMs", 0, Integer.MAX_VALUE));
            case "presence" ->
                new ServerFrame.Presence(
                        fields.require("user", UserId::new), presenceState(fields), fields.instant("lastSeen"));
            case "typing" ->
                new ServerFrame.Typing(
                        conversation(fields), fields.require("user", UserId::new), fields.requireFlag("on"));
            case "news" ->
                new ServerFrame.News(
                        fields.text("re") == null ? null : fields.require("re", MessageId::parse),
                        conversation(fields),
                        fields.requireNumber("seq", 0, MAX),
                        (int) fields.requireNumber("spreadMs", 0, Integer.MAX_VALUE));
            default -> throw new BadFrame(Problem.UNKNOWN_TYPE, "this client does not know that type");
        };
    }

    private static ServerFrame welcome(Fields fields) {
        Fields limits = fields.requireObject("limits");
        return new ServerFrame.Welcome(
                fields.require("userId", UserId::new),
                fields.require("deviceId", DeviceId::new),
                fields.require("sessionId", SessionId::new),
                fields.require("gatewayId", GatewayId::new),
                position(fields),
                fields.requireText("ticket"),
                (int) fields.requireNumber("heartbeatSeconds", 1, Integer.MAX_VALUE),
                new ServerFrame.Limits(
                        (int) limits.requireNumber("frameBytes", 1, Integer.MAX_VALUE),
                        (int) limits.requireNumber("contentBytes", 1, Integer.MAX_VALUE),
                        (int) limits.requireNumber("window", 1, Integer.MAX_VALUE),
                        (int) limits.requireNumber("sendsPerSecond", 1, Integer.MAX_VALUE)),
                fields.requireInstant("serverTime"));
    }

    private static ServerFrame sent(Fields fields) {
        return new ServerFrame.Sent(
                fields.require("re", MessageId::parse),
                conversation(fields),
                fields.requireNumber("seq", 1, MAX),
                epoch(fields),
                fields.requireInstant("at"),
                fields.flag("duplicate"));
    }

    private static ServerFrame spread(Fields fields) {
        return new ServerFrame.Spread(
                fields.require("re", MessageId::parse),
                fields.requireObjects(
                        "sent",
                        one -> new ServerFrame.Reached(
                                one.require("user", UserId::new),
                                one.requireNumber("seq", 1, MAX),
                                one.requireInstant("at"))),
                fields.requireObjects(
                        "refused",
                        one -> new ServerFrame.Unreached(one.require("user", UserId::new), one.requireText("code"))));
    }

    private static ServerFrame message(Fields fields) {
        return ServerFrame.Message.of(position(fields), conversation(fields), entry(fields));
    }

    private static LogEntry entry(Fields fields) {
        return new LogEntry(
                fields.requireNumber("seq", 1, MAX),
                epoch(fields),
                fields.require("from", UserId::new),
                fields.require("device", DeviceId::new),
                fields.require("id", MessageId::parse),
                fields.requireInstant("at"),
                fields.requireContent(),
                fields.number("replyTo", 1, MAX),
                fields.instant("expiresAt"),
                Action.of(fields.text("action")),
                fields.number("target", 1, MAX),
                fields.forwarded(),
                fields.mentions());
    }

    private static ServerFrame page(Fields fields) {
        return new ServerFrame.Page(
                fields.require("re", MessageId::parse),
                conversation(fields),
                fields.requireNumber("first", 1, MAX),
                fields.requireNumber("last", 0, MAX),
                fields.requireNumber("head", 0, MAX),
                fields.requireObjects("messages", ReadServerFrame::entry),
                fields.requireObjects("holes", ReadServerFrame::hole));
    }

    private static ServerFrame.Hole hole(Fields fields) {
        return new ServerFrame.Hole(
                fields.requireNumber("first", 1, MAX),
                fields.requireNumber("last", 1, MAX),
                fields.requireText("reason"));
    }

    private static ServerFrame receipt(Fields fields) {
        return new ServerFrame.Receipt(
                position(fields),
                conversation(fields),
                fields.require("user", UserId::new),
                fields.number("delivered", 1, MAX),
                fields.number("read", 1, MAX),
                fields.requireInstant("at"));
    }

    private static ServerFrame security(Fields fields) {
        return new ServerFrame.Security(
                position(fields),
                fields.requireText("event"),
                fields.text("device") == null ? null : fields.require("device", DeviceId::new),
                fields.text("deviceName"),
                fields.requireInstant("at"));
    }

    private static ServerFrame personal(Fields fields) {
        Fields message = fields.objectOrEmpty("message");
        Long seq = message.number("seq", 1, MAX);
        return new ServerFrame.Personal(
                position(fields),
                conversation(fields),
                fields.instant("mutedUntil"),
                fields.flag("archived"),
                fields.flag("pinned"),
                fields.flag("unread"),
                fields.flag("following"),
                seq == null ? null : new ServerFrame.PersonalMark(seq, message.flag("starred"), message.flag("hidden")),
                fields.requireInstant("at"));
    }

    private static ServerFrame failure(Fields fields) {
        Long retryAfter = fields.number("retryAfterMs", 0, Integer.MAX_VALUE);
        return new ServerFrame.Failure(
                fields.text("re"),
                fields.requireText("code"),
                fields.requireText("message"),
                retryAfter == null ? null : retryAfter.intValue(),
                fields.text("traceId"));
    }

    private static PresenceState presenceState(Fields fields) {
        return PresenceState.ofWord(fields.requireText("state"))
                .orElseThrow(() -> BadFrame.of("state is none that this client knows"));
    }

    private static long position(Fields fields) {
        return fields.requireNumber("position", 0, MAX);
    }

    private static int epoch(Fields fields) {
        return (int) fields.requireNumber("epoch", 0, Integer.MAX_VALUE);
    }

    private static ConversationId conversation(Fields fields) {
        return fields.require("conversation", ConversationId::new);
    }
}
