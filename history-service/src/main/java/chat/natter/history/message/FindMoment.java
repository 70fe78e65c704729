package chat.natter.history.message;

import chat.natter.contract.ConversationId;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;

/**
 * Finds where a moment lies in a conversation, in a number of steps that grows with the logarithm of its length. Times
 * never fall from one seq to the next.
 */
@Singleton
public final class FindMoment {
    private final MessageStore store;

    public FindMoment(MessageStore store) {
        this.store = store;
    }

    /**
     * The lowest seq from which on every message was accepted at that time or later.
     *
     * @param lastSeq the highest number that the conversation has; one more is the answer if everything is earlier
     */
    public long firstSeqAt(ConversationId conversation, Instant time, long lastSeq) {
        Optional<BucketStart> start = lastStartBefore(conversation, time, lastSeq);
        if (start.isEmpty()) {
            return 1;
        }
        long bucket = start.get().bucket();
        long next = Math.min(Buckets.lastSeq(bucket), lastSeq) + 1;
        return store.firstSeqAt(conversation, bucket, time).orElse(next);
    }

    private Optional<BucketStart> lastStartBefore(ConversationId conversation, Instant time, long lastSeq) {
        Optional<BucketStart> found = Optional.empty();
        long low = 0;
        long high = Buckets.of(lastSeq);
        while (low <= high) {
            long middle = (low + high) >>> 1;
            Optional<BucketStart> start = store.bucketStart(conversation, middle);
            if (start.isEmpty()) {
                low = middle + 1;
            } else if (start.get().at().isBefore(time)) {
                found = start;
                low = middle + 1;
            } else {
                high = start.get().bucket() - 1;
            }
        }
        return found;
    }
}
