package chat.natter.history.message;

import chat.natter.contract.ConversationId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The earliest message that is known of a bucket, and when it was accepted. */
public record BucketStart(ConversationId conversation, long bucket, long epoch, long seq, Instant at) {
    private static BucketStart of(ArchivedMessage message) {
        return new BucketStart(
                message.conversation(), Buckets.of(message.seq()), message.epoch(), message.seq(), message.at());
    }

    /** The order of starts as one number: a newer epoch is ahead of an older one, then the lower seq of the higher. */
    long rank() {
        return new Head(conversation, epoch, Math.max(0, Head.MAX_SEQ - seq)).rank();
    }

    /** The start of each bucket that occurs, as far as these messages tell. */
    static Collection<BucketStart> earliest(List<ArchivedMessage> messages) {
        Map<Key, BucketStart> starts = new HashMap<>();
        for (ArchivedMessage message : messages) {
            BucketStart start = of(message);
            starts.merge(start.key(), start, (one, other) -> one.rank() >= other.rank() ? one : other);
        }
        return starts.values();
    }

    /** The bucket of that seq. */
    public static long bucketOf(long seq) {
        return Buckets.of(seq);
    }

    Key key() {
        return new Key(conversation, bucket);
    }

    record Key(ConversationId conversation, long bucket) {}
}
