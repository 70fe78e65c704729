package chat.natter.history.overview;

import chat.natter.contract.ConversationId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a conversation and one of its members have come.
 *
 * @param lastAt when its last entry was accepted; null if that is not known
 */
public record Progress(
        ConversationId conversation, long lastSeq, @Nullable Instant lastAt, long read) {}
