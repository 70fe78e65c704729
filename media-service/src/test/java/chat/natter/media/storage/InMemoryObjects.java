package chat.natter.media.storage;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The port's sibling for tests. Passes the same contract test as the one in S3. */
public final class InMemoryObjects implements ObjectStore {
    private record Stored(
            ByteString bytes, String version, @Nullable Attested attested) {}

    private static final int PAGE = 1_000;

    private final Map<String, Stored> objects = new ConcurrentSkipListMap<>();
    private final AtomicInteger versions = new AtomicInteger();

    @Override
    public void put(ObjectKey key, String contentType, byte[] bytes) {
        putAttested(key, bytes, null);
    }

    @Override
    public void put(ObjectKey key, String contentType, Path file) {
        try {
            put(key, contentType, Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As if the store had verified that hash. */
    public void putAttested(ObjectKey key, byte[] bytes, @Nullable Attested attested) {
        objects.put(key.value(), new Stored(ByteString.copyFrom(bytes), "v" + versions.incrementAndGet(), attested));
    }

    @Override
    public Optional<byte[]> start(ObjectKey key, int length) {
        return Optional.ofNullable(objects.get(key.value()))
                .map(stored -> stored.bytes
                        .substring(0, Math.min(length, stored.bytes.size()))
                        .toByteArray());
    }

    @Override
    public Optional<Stat> stat(ObjectKey key) {
        return Optional.ofNullable(objects.get(key.value()))
                .map(stored -> new Stat(stored.bytes.size(), stored.version, stored.attested));
    }

    @Override
    public Page list(String prefix, @Nullable ObjectKey after) {
        List<ObjectKey> keys = objects.keySet().stream()
                .filter(key -> key.startsWith(prefix) && (after == null || key.compareTo(after.value()) > 0))
                .limit(PAGE)
                .map(ObjectKey::new)
                .toList();
        return new Page(keys, keys.size() == PAGE ? keys.get(PAGE - 1) : null);
    }

    @Override
    public <T> Optional<T> read(ObjectKey key, Reader<T> reader) {
        Stored stored = objects.get(key.value());
        if (stored == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    reader.read(new OpenObject(stored.bytes.size(), stored.version, stored.bytes.newInput())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean copy(ObjectKey source, String version, ObjectKey target, String contentType) {
        Stored stored = objects.get(source.value());
        if (stored == null || !stored.version.equals(version)) {
            return false;
        }
        put(target, contentType, stored.bytes.toByteArray());
        return true;
    }

    @Override
    public void delete(ObjectKey key) {
        objects.remove(key.value());
    }

    public Set<String> keys() {
        return objects.keySet();
    }
}
