package chat.natter.history.message;

import chat.natter.contract.UserId;
import chat.natter.contract.frame.Content;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message with all that was done to it.
 *
 * @param content the newest; null if it was taken back
 * @param editedAt null if it never was
 * @param reactions the present one of each user who has one
 * @param votes the present one of each user who has voted
 */
public record FoldedMessage(
        ArchivedMessage message,
        @Nullable Content content,
        @Nullable Instant editedAt,
        boolean retracted,
        boolean pinned,
        Map<UserId, Content> reactions,
        Map<UserId, Content> votes) {
    public FoldedMessage {
        reactions = Map.copyOf(reactions);
        votes = Map.copyOf(votes);
    }
}
