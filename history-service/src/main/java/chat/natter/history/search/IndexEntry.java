package chat.natter.history.search;

import chat.natter.contract.ConversationId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the index has of one message.
 *
 * @param at when the message was accepted
 * @param written the time of the event that brought these tokens: the message itself, or an edit of it
 */
record IndexEntry(
        ConversationId conversation,
        long seq,
        Instant at,
        Set<String> tokens,
        @Nullable Instant expiresAt,
        Instant written) {
    IndexEntry {
        tokens = Set.copyOf(tokens);
    }

    /** As it is to be taken out at that time, but not before it came. */
    IndexEntry removedAt(Instant time) {
        return new IndexEntry(conversation, seq, at, tokens, expiresAt, time.isAfter(written) ? time : written);
    }

    long bucket() {
        return IndexBuckets.of(seq);
    }
}
