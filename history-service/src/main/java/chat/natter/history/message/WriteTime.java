package chat.natter.history.message;

import java.time.Instant;
import java.util.concurrent.TimeUnit;

/**
 * Cassandra's write times, in microseconds: of two writes of a cell the later one holds, in whatever order they come.
 */
final class WriteTime {
    private WriteTime() {}

    /** The entry's own: a repeat changes nothing. */
    static long of(ArchivedMessage entry) {
        return TimeUnit.MILLISECONDS.toMicros(entry.at().toEpochMilli());
    }

    /** After everything that the entry itself was written with, even if it was accepted after the erasure. */
    static long ofErasure(ArchivedMessage entry, Instant erasedAt) {
        Instant later = entry.at().isAfter(erasedAt) ? entry.at() : erasedAt;
        // Later than an edit or a retraction of the same millisecond.
        return TimeUnit.MILLISECONDS.toMicros(later.toEpochMilli()) + 2;
    }
}
