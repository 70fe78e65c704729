package chat.natter.history.search;

/**
 * The index of a conversation is cut into partitions of {@link #SIZE} messages; the arithmetic stands in
 * {@code V005__search.cql}.
 */
final class IndexBuckets {
    static final long SIZE = 8_000;

    private IndexBuckets() {}

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
