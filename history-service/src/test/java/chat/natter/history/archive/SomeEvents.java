package chat.natter.history.archive;

import chat.natter.contract.record.Event;
import chat.natter.contract.record.MessageAccepted;
import chat.natter.history.message.ArchivedMessage;
import com.google.protobuf.ByteString;

/** Events as message-service writes them. */
public final class SomeEvents {
    private SomeEvents() {}

    public static Event.Builder event(ArchivedMessage message) {
        var expiresAt = message.expiresAt();
        return Event.newBuilder()
                .setConversation(message.conversation().value())
                .setSeq(message.seq())
                .setEpoch((int) message.epoch())
                .setFrom(message.from().value())
                .setDevice(message.device().value())
                .setMessageId(ByteString.copyFrom(message.id().toBytes()))
                .setAt(message.at().toEpochMilli())
                .setMessage(MessageAccepted.newBuilder()
                        .setContent(ByteString.copyFrom(message.content().utf8()))
                        .setReplyTo(message.replyTo())
                        .setExpiresAt(expiresAt == null ? 0 : expiresAt.toEpochMilli()));
    }

    public static byte[] bytes(ArchivedMessage message) {
        return event(message).build().toByteArray();
    }
}
