package chat.natter.history.message;

import chat.natter.contract.ConversationId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Where messages are kept. Writing is idempotent by (conversation, seq): in whatever order and however often the same
 * messages are written, the same is read. Every method throws {@link StoreUnavailable} while the store is away.
 */
public interface MessageStore {
    /** Returns only when all of them are durable; after a failure some may be. Expired ones need not be kept. */
    void write(List<ArchivedMessage> messages);

    /**
     * Puts {@link ErasedContent} in the place of what the entries say, for ever: however often they are written again.
     * Returns only when that is durable.
     */
    void erase(List<ArchivedMessage> entries, Instant erasedAt);

    /** Brings how long the entries, which were read here, are kept in line with the present {@link Lifetimes}. */
    void renew(List<ArchivedMessage> entries);

    /** The highest seq of the conversation's newest epoch; empty if nothing was ever archived. */
    OptionalLong lastSeq(ConversationId conversation);

    /** Where the bucket begins, or the nearest one below it that is known; empty if there is none. */
    Optional<BucketStart> bucketStart(ConversationId conversation, long bucket);

    /** Where those of the buckets begin that are known, by bucket. */
    Map<Long, BucketStart> bucketStarts(ConversationId conversation, Collection<Long> buckets);

    /** The first message of the bucket that was accepted at that time or later. */
    OptionalLong firstSeqAt(ConversationId conversation, long bucket, Instant time);

    /** At most {@code limit} messages of the slice, in its direction. */
    SliceRows read(Slice slice, int limit);

    /** Those of the messages that there are. */
    Map<MessageKey, ArchivedMessage> readAll(Collection<MessageKey> keys);
}
