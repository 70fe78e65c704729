package chat.natter.message.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.apache.kafka.streams.processor.BatchingStateRestoreCallback;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.query.Position;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.rocksdb.FlushOptions;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/**
 * A store of one task in RocksDB, in the folder and format of the engine's own persistent store. It differs in its
 * scans: theirs know no end, so that behind the last entry of a range they go on over everything that was deleted until
 * something is found that is not asked for. An inbox is empty most of the time, and so are those of its neighbours:
 * with thousands of users that made each connection and each acknowledgement cost milliseconds.
 *
 * <p>There is no write-ahead log: what a crash loses is restored from the changelog. Written by the task's thread, read
 * by others too (operators' look-ups), until it is closed.
 */
public final class RocksStore implements KeyValueStore<Bytes, byte[]> {
    private final String name;
    private final StoreMemory memory;
    private final StoreMeters meters;
    private final Set<RocksRange> ranges = ConcurrentHashMap.newKeySet();
    private @Nullable Opened opened;

    private record Opened(RocksDB db, Options options, WriteOptions unlogged) {}

    RocksStore(String name, StoreMemory memory, StoreMeters meters) {
        this.name = name;
        this.memory = memory;
        this.meters = meters;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public synchronized void init(StateStoreContext context, StateStore root) {
        Path folder = context.stateDir().toPath().resolve("rocksdb").resolve(name);
        Options options = memory.options();
        try {
            Files.createDirectories(folder);
            RocksDB db = RocksDB.open(options, folder.toAbsolutePath().toString());
            opened = new Opened(db, options, new WriteOptions().setDisableWAL(true));
        } catch (IOException | RocksDBException e) {
            options.close();
            throw new ProcessorStateException("cannot open the store " + name + " in " + folder, e);
        }
        BatchingStateRestoreCallback restore = this::restore;
        context.register(root, restore);
        meters.opened(this, context.taskId().partition());
    }

    @Override
    public synchronized byte @Nullable [] get(Bytes key) {
        try {
            return opened().db().get(key.get());
        } catch (RocksDBException e) {
            throw failed(e);
        }
    }

    @Override
    public synchronized void put(Bytes key, byte @Nullable [] value) {
        Opened at = opened();
        try {
            if (value == null) {
                at.db().delete(at.unlogged(), key.get());
            } else {
                at.db().put(at.unlogged(), key.get(), value);
            }
        } catch (RocksDBException e) {
            throw failed(e);
        }
    }

    @Override
    public synchronized byte @Nullable [] putIfAbsent(Bytes key, byte[] value) {
        byte[] present = get(key);
        if (present == null) {
            put(key, value);
        }
        return present;
    }

    @Override
    public synchronized void putAll(List<KeyValue<Bytes, byte[]>> entries) {
        entries.forEach(entry -> put(entry.key, entry.value));
    }

    @Override
    public synchronized byte @Nullable [] delete(Bytes key) {
        byte[] present = get(key);
        put(key, null);
        return present;
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> range(@Nullable Bytes from, @Nullable Bytes to) {
        return range(from, to, true);
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> reverseRange(@Nullable Bytes from, @Nullable Bytes to) {
        return range(from, to, false);
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> all() {
        return range(null, null, true);
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> reverseAll() {
        return range(null, null, false);
    }

    private synchronized RocksRange range(@Nullable Bytes from, @Nullable Bytes to, boolean forward) {
        // Ranges of the engine include their end: the first key behind it has one more byte.
        byte[] end = to == null ? null : Arrays.copyOf(to.get(), to.get().length + 1);
        RocksRange range =
                new RocksRange(opened().db(), from == null ? null : from.get(), end, forward, ranges::remove);
        ranges.add(range);
        return range;
    }

    @Override
    public long approximateNumEntries() {
        return property("rocksdb.estimate-num-keys");
    }

    /** What the store takes on the disk. */
    long bytes() {
        return property("rocksdb.total-sst-files-size");
    }

    private synchronized long property(String property) {
        try {
            return opened().db().getLongProperty(property);
        } catch (RocksDBException e) {
            throw failed(e);
        }
    }

    @Override
    public synchronized void flush() {
        if (opened == null) {
            return;
        }
        try (FlushOptions wait = new FlushOptions().setWaitForFlush(true)) {
            opened.db().flush(wait);
        } catch (RocksDBException e) {
            throw failed(e);
        }
    }

    @Override
    public synchronized void close() {
        Opened closing = opened;
        if (closing == null) {
            return;
        }
        opened = null;
        meters.closed(this);
        List.copyOf(ranges).forEach(RocksRange::close);
        closing.db().close();
        closing.unlogged().close();
        closing.options().close();
    }

    @Override
    public boolean persistent() {
        return true;
    }

    @Override
    public synchronized boolean isOpen() {
        return opened != null;
    }

    /** Nobody asks for reads that are as new as another: the engine's positions stay empty. */
    @Override
    public Position getPosition() {
        return Position.emptyPosition();
    }

    private synchronized void restore(Collection<KeyValue<byte[], byte[]>> records) {
        Opened at = opened();
        try (WriteBatch batch = new WriteBatch()) {
            for (KeyValue<byte[], byte[]> record : records) {
                if (record.value == null) {
                    batch.delete(record.key);
                } else {
                    batch.put(record.key, record.value);
                }
            }
            at.db().write(at.unlogged(), batch);
        } catch (RocksDBException e) {
            throw failed(e);
        }
    }

    private Opened opened() {
        if (opened == null) {
            throw new InvalidStateStoreException("the store " + name + " is closed");
        }
        return opened;
    }

    private ProcessorStateException failed(RocksDBException cause) {
        return new ProcessorStateException("the store " + name + " failed", cause);
    }
}
