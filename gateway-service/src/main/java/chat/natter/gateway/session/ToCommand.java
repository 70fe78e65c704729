package chat.natter.gateway.session;

import chat.natter.contract.GatewayId;
import chat.natter.contract.frame.ClientFrame;
import chat.natter.contract.record.Command;
import chat.natter.contract.record.Send;
import com.google.protobuf.UnsafeByteOperations;

/** A {@code send} as a record of {@code chat.commands}; the content goes through untouched and uncopied. */
final class ToCommand {
    private ToCommand() {}

    static Command of(ClientFrame.Send send, OpenSession session, GatewayId gateway) {
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
        return Command.newBuilder()
                .setUser(session.identity.user().value())
                .setDevice(session.identity.device().value())
                .setSession(session.id.value())
                .setGateway(gateway.value())
                .setSend(body)
                .build();
    }
}
