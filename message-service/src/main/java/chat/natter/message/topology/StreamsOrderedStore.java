package chat.natter.message.topology;

import chat.natter.message.stage.OrderedStore;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * An {@link OrderedStore} on a Streams store with one changelog and no cache: each write goes to the changelog at once
 * and in order, so that what survives a crash is a prefix.
 */
public final class StreamsOrderedStore implements OrderedStore {
    private final KeyValueStore<Bytes, byte[]> store;

    public StreamsOrderedStore(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
    }

    @Override
    public byte @Nullable [] get(byte[] key) {
        return store.get(Bytes.wrap(key));
    }

    @Override
    public void put(byte[] key, byte[] value) {
        store.put(Bytes.wrap(key), value);
    }

    @Override
    public void delete(byte[] key) {
        // The engine's own delete() reads the value first, which nobody wants.
        store.put(Bytes.wrap(key), null);
    }

    @Override
    public void scan(byte[] from, byte[] to, Visitor visitor) {
        Bytes end = Bytes.wrap(to);
        try (KeyValueIterator<Bytes, byte[]> entries = store.range(Bytes.wrap(from), end)) {
            while (entries.hasNext()) {
                KeyValue<Bytes, byte[]> entry = entries.next();
                // Ranges of Streams include their end.
                if (entry.key.equals(end) || !visitor.visit(entry.key.get(), entry.value)) {
                    return;
                }
            }
        }
    }

    @Override
    public byte @Nullable [] lastKey(byte[] from, byte[] to) {
        Bytes end = Bytes.wrap(to);
        try (KeyValueIterator<Bytes, byte[]> entries = store.reverseRange(Bytes.wrap(from), end)) {
            while (entries.hasNext()) {
                Bytes key = entries.next().key;
                if (!key.equals(end)) {
                    return key.get();
                }
            }
            return null;
        }
    }
}
