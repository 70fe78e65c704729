package chat.natter.gateway.session;

import chat.natter.contract.DeviceId;
import chat.natter.contract.GatewayId;
import chat.natter.contract.MessageId;
import chat.natter.contract.UserId;
import chat.natter.contract.frame.ClientFrame;
import chat.natter.contract.frame.Mentions;
import chat.natter.contract.frame.Target;
import chat.natter.contract.record.Action;
import chat.natter.contract.record.Command;
import chat.natter.contract.record.Send;
import com.google.protobuf.UnsafeByteOperations;

/** A {@code send} as a record of {@code chat.commands}; the content goes through untouched and uncopied. */
final class ToCommand {
    private ToCommand() {}

    static Command of(ClientFrame.Send send, OpenSession session, GatewayId gateway) {
        return from(session, gateway).setSend(body(send)).build();
    }

    /** One of the copies of a message to several. */
    static Command ofBroadcast(ClientFrame.Send send, OpenSession session, GatewayId gateway) {
        return from(session, gateway).setSend(body(send).setBroadcast(true)).build();
    }

    private static Send.Builder body(ClientFrame.Send send) {
        Send.Builder body = Send.newBuilder()
                .setMessageId(UnsafeByteOperations.unsafeWrap(send.id().toBytes()))
                .setContent(UnsafeByteOperations.unsafeWrap(send.content().utf8()));
        Long replyTo = send.replyTo();
        if (replyTo != null) {
            body.setReplyTo(replyTo);
        }
        Integer expiresIn = send.expiresIn();
        if (expiresIn != null) {
            body.setExpiresIn(expiresIn);
        }
        body.setAction(Action.valueOf(send.action().name()));
        Target target = send.target();
        if (target != null) {
            body.setTarget(target(target));
        }
        body.setForwarded(send.forwarded());
        Mentions mentions = send.mentions();
        if (!mentions.equals(Mentions.NONE)) {
            body.setMentions(record(mentions));
        }
        return body;
    }

    /** A command of the session's user. */
    static Command.Builder from(OpenSession session, GatewayId gateway) {
        return Command.newBuilder()
                .setUser(session.identity.user().value())
                .setDevice(session.identity.device().value())
                .setSession(session.id.value())
                .setGateway(gateway.value());
    }

    private static chat.natter.contract.record.Mentions record(Mentions mentions) {
        return chat.natter.contract.record.Mentions.newBuilder()
                .addAllUsers(mentions.users().stream().map(UserId::value).toList())
                .setAll(mentions.all())
                .build();
    }

    private static chat.natter.contract.record.Target target(Target target) {
        chat.natter.contract.record.Target.Builder record =
                chat.natter.contract.record.Target.newBuilder().setSeq(target.seq());
        DeviceId device = target.device();
        if (device != null) {
            record.setDevice(device.value());
        }
        MessageId id = target.id();
        if (id != null) {
            record.setMessageId(UnsafeByteOperations.unsafeWrap(id.toBytes()));
        }
        return record.build();
    }
}
