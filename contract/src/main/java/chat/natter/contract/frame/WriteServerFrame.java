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
    public byte[] message(ServerFrame.Message message) {
        return new JsonObjectWriter("message")
                .put("position", message.position())
                .put("conversation", message.conversation())
                .put("seq", message.seq())
                .put("epoch", message.epoch())
                .put("from", message.from())
                .put("device", message.device())
                .put("id", message.id())
                .put("at", message.at())
                .put(
                        "action",
                        message.action() == Action.MESSAGE
                                ? null
                                : message.action().word())
                .put("target", message.target())
                .put("content", message.content())
                .put("replyTo", message.replyTo())
                .put("expiresAt", message.expiresAt())
                .toBytes();
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
    public byte[] failure(ServerFrame.Failure failure) {
        return new JsonObjectWriter("error")
                .put("re", failure.re())
                .put("code", failure.code())
                .put("message", failure.message())
                .put("retryAfterMs", failure.retryAfterMs())
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
    public byte[] goAway(ServerFrame.GoAway goAway) {
        return new JsonObjectWriter("goaway")
                .put("retryAfterMs", goAway.retryAfterMs())
                .put("jitterMs", goAway.jitterMs())
                .toBytes();
    }
}
