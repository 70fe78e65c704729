package chat.natter.message.store;

import java.util.NoSuchElementException;
import java.util.function.Consumer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.jspecify.annotations.Nullable;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksIterator;
import org.rocksdb.Slice;

/** A scan between two bounds that RocksDB itself knows, so that it never reads on behind them. */
final class RocksRange implements KeyValueIterator<Bytes, byte[]> {
    private final @Nullable Slice lower;
    private final @Nullable Slice upper;
    private final ReadOptions options;
    private final RocksIterator entries;
    private final boolean forward;
    private final Consumer<RocksRange> onClose;
    private boolean closed;

    /** From {@code from} (inclusive) to {@code to} (exclusive); null is unbounded. */
    RocksRange(
            RocksDB db, byte @Nullable [] from, byte @Nullable [] to, boolean forward, Consumer<RocksRange> onClose) {
        this.forward = forward;
        this.onClose = onClose;
        lower = from == null ? null : new Slice(from);
        upper = to == null ? null : new Slice(to);
        options = new ReadOptions();
        if (lower != null) {
            options.setIterateLowerBound(lower);
        }
        if (upper != null) {
            options.setIterateUpperBound(upper);
        }
        entries = db.newIterator(options);
        if (forward) {
            entries.seekToFirst();
        } else {
            entries.seekToLast();
        }
    }

    @Override
    public synchronized boolean hasNext() {
        if (closed) {
            throw new InvalidStateStoreException("the store was closed during a scan");
        }
        return entries.isValid();
    }

    @Override
    public synchronized KeyValue<Bytes, byte[]> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        KeyValue<Bytes, byte[]> entry = KeyValue.pair(Bytes.wrap(entries.key()), entries.value());
        if (forward) {
            entries.next();
        } else {
            entries.prev();
        }
        return entry;
    }

    @Override
    public synchronized Bytes peekNextKey() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return Bytes.wrap(entries.key());
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        entries.close();
        options.close();
        if (lower != null) {
            lower.close();
        }
        if (upper != null) {
            upper.close();
        }
        onClose.accept(this);
    }
}
