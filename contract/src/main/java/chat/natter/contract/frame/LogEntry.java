package chat.natter.contract.frame;

import chat.natter.contract.DeviceId;
import chat.natter.contract.MessageId;
import chat.natter.contract.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a conversation's log, the same for every member.
 *
 * @param replyTo the seq that it answers; null for none
 * @param action what it does
 * @param target the seq of the earlier message that the action is about; null for a message of its own
 */
public record LogEntry(
        long seq,
        int epoch,
        UserId from,
        DeviceId device,
        MessageId id,
        Instant at,
        Content content,
        @Nullable Long replyTo,
        @Nullable Instant expiresAt,
        Action action,
        @Nullable Long target) {}
