package chat.natter.history.objects;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The port's sibling for tests. Passes the same contract test as the one in S3. */
public final class InMemoryPackages implements PackageStore {
    private final Clock clock;
    private final Map<String, byte[]> objects = new TreeMap<>();
    private final Map<String, Instant> modified = new TreeMap<>();
    private final Map<Upload, String> open = new LinkedHashMap<>();
    private final Map<Upload, Instant> begun = new LinkedHashMap<>();
    private boolean away;

    public InMemoryPackages(Clock clock) {
        this.clock = clock;
    }

    /** As if the storage could not be reached. */
    public void goAway() {
        away = true;
    }

    private void answer() {
        if (away) {
            throw new StorageUnavailable(new IllegalStateException("away"));
        }
    }

    public Map<String, byte[]> objects() {
        return objects;
    }

    @Override
    public Upload begin(String key, String contentType) {
        answer();
        Upload upload = new Written(key);
        open.put(upload, key);
        begun.put(upload, clock.instant());
        return upload;
    }

    @Override
    public void deleteAll(String prefix) {
        answer();
        objects.keySet().removeIf(key -> key.startsWith(prefix));
        open.values().removeIf(key -> key.startsWith(prefix));
    }

    @Override
    public Stream<Stored> all() {
        return List.copyOf(objects.keySet()).stream()
                .map(key -> new Stored(key, modified.getOrDefault(key, Instant.EPOCH)));
    }

    @Override
    public void abandonUploadsBefore(Instant before) {
        open.keySet()
                .removeIf(upload -> begun.getOrDefault(upload, Instant.EPOCH).isBefore(before));
    }

    @Override
    public URI link(String key, String fileName, Duration lifetime) {
        return URI.create("https://storage.example.org/" + key + "?name=" + fileName);
    }

    private final class Written extends Upload {
        private final String key;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        private Written(String key) {
            this.key = key;
        }

        @Override
        public void write(int value) {
            bytes.write(value);
        }

        @Override
        public void write(byte[] source, int offset, int length) {
            bytes.write(source, offset, length);
        }

        @Override
        public void complete() {
            if (open.remove(this) == null) {
                throw new StorageUnavailable(new IllegalStateException("given up"));
            }
            objects.put(key, bytes.toByteArray());
            modified.put(key, clock.instant());
        }

        @Override
        public long bytes() {
            return bytes.size();
        }

        @Override
        public void close() {
            open.remove(this);
        }
    }
}
