package chat.natter.contract.frame;

/** The JSON form of what a gateway says: UTF-8, {@code type} first. */
public final class WriteServerFrame implements ServerFrame.Handler<byte[]> {
    private static final WriteServerFrame INSTANCE = new WriteServerFrame();

    private WriteServerFrame() {}

    public static byte[] write(ServerFrame frame) {
        return frame.accept(INSTANCE);
    }

    @Override
    public byte[] welcome(ServerFrame.Welcome welcome) {
        ServerFrame.Limits limits = welcome.limits();
        return new JsonObjectWriter("welcome")
                .put("userId", welcome.userId())
                .put("deviceId", welcome.deviceId())
                .put("sessionId", welcome.sessionId())
                .put("gatewayId", welcome.gatewayId())
                .put("position", welcome.position())
                .put("ticket", welcome.ticket())
                .put("heartbeatSeconds", welcome.heartbeatSeconds())
                .open("limits")
                .put("frameBytes", limits.frameBytes())
                .put("contentBytes", limits.contentBytes())
                .put("window", limits.window())
                .put("sendsPerSecond", limits.sendsPerSecond())
                .close()
                .put("serverTime", welcome.serverTime())
                .toBytes();
    }

    @Override
    public byte[] synced(ServerFrame.Synced synced) {
        return new JsonObjectWriter("synced").put("position", synced.position()).toBytes();
    }

    @Override
    public byte[] ping(ServerFrame.Ping ping) {
        return new JsonObjectWriter("ping").toBytes();
    }

    @Override
    public byte[] pong(ServerFrame.Pong pong) {
        return new JsonObjectWriter("pong").toBytes();
    }

    @Override
    public byte[] sent(ServerFrame.Sent sent) {
        return new JsonObjectWriter("sent")
                .put("re", sent.re())
                .put("conversation", sent.conversation())
                .put("seq", sent.seq())
                .put("epoch", sent.epoch())
                .put("at", sent.at())
                .putTrue("duplicate", sent.duplicate())
                .toBytes();
    }

    @Override
    public byte[] spread(ServerFrame.Spread spread) {
        return new JsonObjectWriter("spread")
                .put("re", spread.re())
                .putEach(
                        "sent",
                        spread.sent(),
                        (json, one) -> json.put("user", one.user())
                                .put("seq", one.seq())
                                .put("at", one.at()))
                .putEach(
                        "refused",
                        spread.refused(),
                        (json, one) -> json.put("user", one.user()).put("code", one.code()))
                .toBytes();
    }

    @Override
    public byte[] message(ServerFrame.Message message) {
        JsonObjectWriter json = new JsonObjectWriter("message")
                .put("position", message.position())
                .put("conversation", message.conversation());
        return putEntry(json, message.entry()).toBytes();
    }

    private static JsonObjectWriter putEntry(JsonObjectWriter json, LogEntry entry) {
        return json.put("seq", entry.seq())
                .put("epoch", entry.epoch())
                .put("from", entry.from())
                .put("device", entry.device())
                .put("id", entry.id())
                .put("at", entry.at())
                .put(
                        "action",
                        entry.action() == Action.MESSAGE ? null : entry.action().word())
                .put("target", entry.target())
                .put("content", entry.content())
                .put("replyTo", entry.replyTo())
                .put("expiresAt", entry.expiresAt())
                .putForwarded(entry.forwarded())
                .putMentions(entry.mentions());
    }

    @Override
    public byte[] receipt(ServerFrame.Receipt receipt) {
        return new JsonObjectWriter("receipt")
                .put("position", receipt.position())
                .put("conversation", receipt.conversation())
                .put("user", receipt.user())
                .put("delivered", receipt.delivered())
                .put("read", receipt.read())
                .put("at", receipt.at())
                .toBytes();
    }

    @Override
    public byte[] missed(ServerFrame.Missed missed) {
        return new JsonObjectWriter("missed")
                .put("position", missed.position())
                .put("conversation", missed.conversation())
                .put("first", missed.first())
                .put("last", missed.last())
                .toBytes();
    }

    @Override
    public byte[] page(ServerFrame.Page page) {
        return new JsonObjectWriter("page")
                .put("re", page.re())
                .put("conversation", page.conversation())
                .put("first", page.first())
                .put("last", page.last())
                .put("head", page.head())
                .putEach("messages", page.messages(), WriteServerFrame::putEntry)
                .putEach("holes", page.holes(), WriteServerFrame::putHole)
                .toBytes();
    }

    private static JsonObjectWriter putHole(JsonObjectWriter json, ServerFrame.Hole hole) {
        return json.put("first", hole.first()).put("last", hole.last()).put("reason", hole.reason());
    }

    @Override
    public byte[] security(ServerFrame.Security security) {
        return new JsonObjectWriter("security")
                .put("position", security.position())
                .put("event", security.event())
                .put("device", security.device())
                .put("deviceName", security.deviceName())
                .put("at", security.at())
                .toBytes();
    }

    @Override
    public byte[] personal(ServerFrame.Personal personal) {
        JsonObjectWriter json = new JsonObjectWriter("personal")
                .put("position", personal.position())
                .put("conversation", personal.conversation())
                .put("mutedUntil", personal.mutedUntil())
                .putTrue("archived", personal.archived())
                .putTrue("pinned", personal.pinned())
                .putTrue("unread", personal.unread())
                .putTrue("following", personal.following());
        ServerFrame.PersonalMark message = personal.message();
        if (message != null) {
            json.open("message")
                    .put("seq", message.seq())
                    .putTrue("starred", message.starred())
                    .putTrue("hidden", message.hidden())
                    .close();
        }
        return json.put("at", personal.at()).toBytes();
    }

    @Override
    public byte[] failure(ServerFrame.Failure failure) {
        return new JsonObjectWriter("error")
                .put("re", failure.re())
                .put("code", failure.code())
                .put("message", failure.message())
                .put("retryAfterMs", failure.retryAfterMs())
                .put("traceId", failure.traceId())
                .toBytes();
    }

    @Override
    public byte[] presence(ServerFrame.Presence presence) {
        return new JsonObjectWriter("presence")
                .put("user", presence.user())
                .put("state", presence.state().word())
                .put("lastSeen", presence.lastSeen())
                .toBytes();
    }

    @Override
    public byte[] typing(ServerFrame.Typing typing) {
        return new JsonObjectWriter("typing")
                .put("conversation", typing.conversation())
                .put("user", typing.user())
                .put("on", typing.on())
                .toBytes();
    }

    @Override
    public byte[] news(ServerFrame.News news) {
        return new JsonObjectWriter("news")
                .put("re", news.re())
                .put("conversation", news.conversation())
                .put("seq", news.seq())
                .put("spreadMs", news.spreadMs())
                .toBytes();
    }

    @Override
    public byte[] goAway(ServerFrame.GoAway goAway) {
        return new JsonObjectWriter("goaway")
                .put("retryAfterMs", goAway.retryAfterMs())
                .put("jitterMs", goAway.jitterMs())
                .toBytes();
    }
}
