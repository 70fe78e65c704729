package chat.natter.contract.frame;

import chat.natter.contract.UserId;
import java.util.List;

/** The JSON form of what a client says: UTF-8, {@code type} first. */
public final class WriteClientFrame implements ClientFrame.Handler<byte[]> {
    private static final WriteClientFrame INSTANCE = new WriteClientFrame();

    private WriteClientFrame() {}

    public static byte[] write(ClientFrame frame) {
        return frame.accept(INSTANCE);
    }

    @Override
    public byte[] hello(ClientFrame.Hello hello) {
        ClientFrame.Credential credential = hello.credential();
        return new JsonObjectWriter("hello")
                .put("token", credential instanceof ClientFrame.Token token ? token.value() : null)
                .put("ticket", credential instanceof ClientFrame.Ticket ticket ? ticket.value() : null)
                .put("position", hello.position())
                .put("client", hello.client())
                .toBytes();
    }

    @Override
    public byte[] ping(ClientFrame.Ping ping) {
        return new JsonObjectWriter("ping").toBytes();
    }

    @Override
    public byte[] pong(ClientFrame.Pong pong) {
        return new JsonObjectWriter("pong").toBytes();
    }

    @Override
    public byte[] send(ClientFrame.Send send) {
        Recipient to = send.to();
        List<UserId> users = to instanceof Recipient.ToUsers several ? several.users() : null;
        return new JsonObjectWriter("send")
                .put("id", send.id())
                .open("to")
                .put("user", to instanceof Recipient.ToUser user ? user.user() : null)
                .put("users", users)
                .put("conversation", to instanceof Recipient.ToConversation target ? target.conversation() : null)
                .close()
                .put(
                        "action",
                        send.action() == Action.MESSAGE ? null : send.action().word())
                .put("target", send.target())
                .put("content", send.content())
                .put("replyTo", send.replyTo())
                .put("expiresIn", send.expiresIn())
                .putForwarded(send.forwarded())
                .putMentions(send.mentions())
                .toBytes();
    }

    @Override
    public byte[] group(ClientFrame.Group group) {
        return WriteGroupFrame.write(group);
    }

    @Override
    public byte[] pull(ClientFrame.Pull pull) {
        return new JsonObjectWriter("pull")
                .put("id", pull.id())
                .put("conversation", pull.conversation())
                .put("from", pull.from())
                .put("to", pull.to())
                .toBytes();
    }

    @Override
    public byte[] listen(ClientFrame.Listen listen) {
        return new JsonObjectWriter("listen")
                .put("id", listen.id())
                .put("conversation", listen.conversation())
                .toBytes();
    }

    @Override
    public byte[] unlisten(ClientFrame.Unlisten unlisten) {
        return new JsonObjectWriter("unlisten")
                .put("conversation", unlisten.conversation())
                .toBytes();
    }

    @Override
    public byte[] ack(ClientFrame.Ack ack) {
        return new JsonObjectWriter("ack").put("position", ack.position()).toBytes();
    }

    @Override
    public byte[] read(ClientFrame.Read read) {
        return new JsonObjectWriter("read")
                .put("conversation", read.conversation())
                .put("seq", read.seq())
                .toBytes();
    }

    @Override
    public byte[] watch(ClientFrame.Watch watch) {
        return new JsonObjectWriter("watch")
                .put("id", watch.id())
                .putAll("users", watch.users())
                .toBytes();
    }

    @Override
    public byte[] unwatch(ClientFrame.Unwatch unwatch) {
        return new JsonObjectWriter("unwatch").putAll("users", unwatch.users()).toBytes();
    }

    @Override
    public byte[] activity(ClientFrame.Activity activity) {
        return new JsonObjectWriter("activity").put("active", activity.active()).toBytes();
    }

    @Override
    public byte[] viewing(ClientFrame.Viewing viewing) {
        return new JsonObjectWriter("viewing")
                .putAll("conversations", viewing.conversations())
                .toBytes();
    }

    @Override
    public byte[] typing(ClientFrame.Typing typing) {
        return new JsonObjectWriter("typing")
                .put("conversation", typing.conversation())
                .put("on", typing.on())
                .toBytes();
    }
}
