package chat.natter.media.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Object storage as far as it is needed here. Every method throws {@link StorageUnavailable} while it is away. */
public interface ObjectStore {
    /** Bytes that are being read; {@code version} changes whenever the object does. */
    record OpenObject(long size, String version, InputStream bytes) {}

    /**
     * What the store knows of an object without reading it.
     *
     * @param attested the SHA-256 that the store itself verified when the bytes came in; absent if it verifies none
     */
    record Stat(long size, String version, @Nullable Attested attested) {}

    /**
     * Some keys; there may be none although more follow.
     *
     * @param last where to go on; absent if nothing follows
     */
    record Page(List<ObjectKey> keys, @Nullable ObjectKey last) {
        public Page {
            keys = List.copyOf(keys);
        }
    }

    /** What is done with an open object. */
    interface Reader<T> {
        T read(OpenObject object) throws IOException;
    }

    /** Writes a small object. */
    void put(ObjectKey key, String contentType, byte[] bytes);

    /** Writes the bytes of a file. */
    void put(ObjectKey key, String contentType, Path file);

    /**
     * Writes an object whose key says all there is to say. It is not empty: S3Proxy answers an empty PUT without
     * reading what frames it, and cuts the connection while the client still sends that.
     */
    default void mark(ObjectKey key) {
        put(key, "text/plain", new byte[] {'\n'});
    }

    /** Reads an object as a stream; empty if there is none. */
    <T> Optional<T> read(ObjectKey key, Reader<T> reader);

    /** Its first bytes, at most so many; empty if there is no such object. */
    Optional<byte[]> start(ObjectKey key, int length);

    Optional<Stat> stat(ObjectKey key);

    /** Copies within the store, unless the source is no longer that version: then false. */
    boolean copy(ObjectKey source, String version, ObjectKey target, String contentType);

    /** Does nothing if there is no such object. */
    void delete(ObjectKey key);

    /** The keys of whole objects that begin so and come after that one, in their order. */
    Page list(String prefix, @Nullable ObjectKey after);

    /** Every key that begins so. Asks page by page, and only for the pages that are needed. */
    default Stream<ObjectKey> list(String prefix) {
        return Stream.iterate(
                        Optional.of(list(prefix, null)),
                        Optional::isPresent,
                        page -> page.map(Page::last).map(last -> list(prefix, last)))
                .flatMap(page -> page.orElseThrow().keys().stream());
    }
}
