package chat.natter.message.simulation;

import chat.natter.message.stage.OrderedStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A store in memory that remembers its writes, so that it can be restored to any prefix of them. */
public final class MemoryStore implements OrderedStore {
    private final TreeMap<byte[], byte[]> entries = new TreeMap<>(Arrays::compareUnsigned);
    private final List<Write> writes = new ArrayList<>();

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Write(byte[] key, byte @Nullable [] value) {}

    @Override
    public byte @Nullable [] get(byte[] key) {
        return entries.get(key);
    }

    @Override
    public void put(byte[] key, byte[] value) {
        entries.put(key, value);
        writes.add(new Write(key, value));
    }

    @Override
    public void delete(byte[] key) {
        entries.remove(key);
        writes.add(new Write(key, null));
    }

    @Override
    public void scan(byte[] from, byte[] to, Visitor visitor) {
        for (Map.Entry<byte[], byte[]> entry :
                List.copyOf(entries.subMap(from, to).entrySet())) {
            if (!visitor.visit(entry.getKey(), entry.getValue())) {
                return;
            }
        }
    }

    @Override
    public byte @Nullable [] lastKey(byte[] from, byte[] to) {
        Map.Entry<byte[], byte[]> last = entries.subMap(from, true, to, false).lastEntry();
        return last == null ? null : last.getKey();
    }

    /** How many writes there were. */
    public int writes() {
        return writes.size();
    }

    /** What is left if only the first so many writes survive. */
    public MemoryStore restoredTo(int survivingWrites) {
        MemoryStore restored = new MemoryStore();
        for (Write write : writes.subList(0, survivingWrites)) {
            if (write.value() == null) {
                restored.delete(write.key());
            } else {
                restored.put(write.key(), write.value());
            }
        }
        return restored;
    }

    public int size() {
        return entries.size();
    }

    /** How many entries have a key that begins with this letter. */
    public long count(char kind) {
        return entries.keySet().stream().filter(key -> key[0] == kind).count();
    }
}
