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
 * @param forwarded how often it was passed on, as its sender says; 0 if it was written here
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
        @Nullable Long target,
        int forwarded,
        Mentions mentions) {
    /** From so many times on a message counts as passed on many times: readers are told, and it spreads slower. */
    public static final int MANY_TIMES = 5;

    /** Who counts on says this number: more says nothing more. */
    public static final int MOST_TIMES = 127;
}
