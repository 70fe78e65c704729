package chat.natter.history.archive;

import chat.natter.contract.record.Event;
import chat.natter.contract.record.MessageAccepted;
import chat.natter.contract.record.MessageChanged;
import chat.natter.history.message.ArchivedMessage;
import com.google.protobuf.ByteString;

/** Events as message-service writes them. */
public final class SomeEvents {
    private SomeEvents() {}

    public static Event.Builder event(ArchivedMessage message) {
        var expiresAt = message.expiresAt();
        Event.Builder event = Event.newBuilder()
                .setConversation(message.conversation().value())
                .setSeq(message.seq())
                .setEpoch((int) message.epoch())
                .setFrom(message.from().value())
                .setDevice(message.device().value())
                .setMessageId(ByteString.copyFrom(message.id().toBytes()))
                .setAt(message.at().toEpochMilli());
        ByteString content = ByteString.copyFrom(message.content().utf8());
        long end = expiresAt == null ? 0 : expiresAt.toEpochMilli();
        if (message.target() == 0) {
            return event.setMessage(MessageAccepted.newBuilder()
                    .setContent(content)
                    .setReplyTo(message.replyTo())
                    .setExpiresAt(end));
        }
        return event.setChanged(MessageChanged.newBuilder()
                .setAction(chat.natter.contract.record.Action.valueOf(
                        message.action().name()))
                .setTarget(message.target())
                .setContent(content)
                .setExpiresAt(end));
    }

    public static byte[] bytes(ArchivedMessage message) {
        return event(message).build().toByteArray();
    }
}
