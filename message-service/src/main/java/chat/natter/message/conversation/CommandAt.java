package chat.natter.message.conversation;

import chat.natter.contract.ConversationId;
import chat.natter.contract.MessageId;
import chat.natter.contract.record.Command;
import com.google.protobuf.ByteString;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * A command and its place in the log.
 *
 * @param by the record's offset plus one, so that 0 can mean none
 * @param at the record's time, milliseconds since 1970
 */
public record CommandAt(ConversationId conversation, Command command, long by, long at) {
    /** The device of what the service does by itself: no real one, since ids begin with the time. */
    static final String SERVICE_DEVICE = "00000000000000000000000000";

    /** The idempotency key: the client's, or for a command of the service itself one that follows from its place. */
    ByteString messageId() {
        return switch (command.getBodyCase()) {
            case SEND -> command.getSend().getMessageId();
            case GROUP -> command.getGroup().getMessageId();
            case ADMISSION, MEMBER_REFUSED, FAN_OUT, BODY_NOT_SET -> {
                byte[] name = (conversation.value() + "/" + by).getBytes(StandardCharsets.UTF_8);
                yield ByteString.copyFrom(new MessageId(UUID.nameUUIDFromBytes(name)).toBytes());
            }
        };
    }

    String device() {
        return command.getDevice().isEmpty() ? SERVICE_DEVICE : command.getDevice();
    }
}
