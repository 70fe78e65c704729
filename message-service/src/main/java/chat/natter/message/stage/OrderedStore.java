package chat.natter.message.stage;

import org.jspecify.annotations.Nullable;

/**
 * A sorted map of bytes that survives a crash as some prefix of its writes: if a write is there, so are all before it.
 * Stages order their writes by that. Keys compare as unsigned bytes.
 */
public interface OrderedStore {
    byte @Nullable [] get(byte[] key);

    void put(byte[] key, byte[] value);

    void delete(byte[] key);

    /**
     * Visits the entries from {@code from} (inclusive) to {@code to} (exclusive) in order, until the visitor has
     * enough. The visitor may delete and put.
     */
    void scan(byte[] from, byte[] to, Visitor visitor);

    /** The last entry from {@code from} (inclusive) to {@code to} (exclusive); null if there is none. */
    byte @Nullable [] lastKey(byte[] from, byte[] to);

    /** Sees one entry; returns whether to go on. */
    @FunctionalInterface
    interface Visitor {
        boolean visit(byte[] key, byte[] value);
    }
}
