package chat.natter.history.message;

/**
 * A conversation is cut into partitions of at most {@link #SIZE} messages, so that none grows with the age of the
 * conversation. The arithmetic of the size stands in {@code V001__messages.cql}; changing it needs a migration of what
 * is stored.
 */
final class Buckets {
    static final long SIZE = 1_000;

    private Buckets() {}

    static long of(long seq) {
        return seq / SIZE;
    }

    static long firstSeq(long bucket) {
        return bucket * SIZE;
    }

    static long lastSeq(long bucket) {
        return bucket * SIZE + SIZE - 1;
    }
}
