package chat.natter.history.archive;

import chat.natter.contract.UserId;
import chat.natter.contract.frame.Mentions;
import chat.natter.contract.record.Event;
import chat.natter.contract.record.GroupChanged;
import chat.natter.contract.record.MessageAccepted;
import chat.natter.contract.record.MessageChanged;
import chat.natter.history.group.GroupEvent;
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
            MessageAccepted.Builder accepted = MessageAccepted.newBuilder()
                    .setContent(content)
                    .setReplyTo(message.replyTo())
                    .setExpiresAt(end)
                    .setForwarded(message.forwarded());
            if (!message.mentions().equals(Mentions.NONE)) {
                accepted.setMentions(chat.natter.contract.record.Mentions.newBuilder()
                        .addAllUsers(message.mentions().users().stream()
                                .map(UserId::value)
                                .toList())
                        .setAll(message.mentions().all()));
            }
            return event.setMessage(accepted);
        }
        return event.setChanged(MessageChanged.newBuilder()
                .setAction(chat.natter.contract.record.Action.valueOf(
                        message.action().name()))
                .setTarget(message.target())
                .setContent(content)
                .setExpiresAt(end));
    }

    /** The entry of a group's log that tells what became of the group. */
    public static byte[] bytes(ArchivedMessage entry, GroupEvent group) {
        return event(entry)
                .setGroup(GroupChanged.newBuilder()
                        .setContent(ByteString.copyFrom(entry.content().utf8()))
                        .setChange(group.change()))
                .build()
                .toByteArray();
    }

    public static byte[] bytes(ArchivedMessage message) {
        return event(message).build().toByteArray();
    }
}
