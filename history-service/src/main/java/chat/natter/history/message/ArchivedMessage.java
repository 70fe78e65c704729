package chat.natter.history.message;

import chat.natter.contract.ConversationId;
import chat.natter.contract.DeviceId;
import chat.natter.contract.MessageId;
import chat.natter.contract.UserId;
import chat.natter.contract.frame.Content;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One message as it was accepted; (conversation, seq) identifies it.
 *
 * @param seq from 1, dense per conversation
 * @param at when it was accepted, to the millisecond
 * @param replyTo the seq that it answers, 0 for none
 * @param expiresAt from when on nobody may see it; null for never
 */
public record ArchivedMessage(
        ConversationId conversation,
        long seq,
        long epoch,
        UserId from,
        DeviceId device,
        MessageId id,
        Instant at,
        Content content,
        long replyTo,
        @Nullable Instant expiresAt) {

    public boolean isExpiredAt(Instant now) {
        return expiresAt != null && !expiresAt.isAfter(now);
    }
}
