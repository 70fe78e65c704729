package chat.natter.media.storage;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
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

    /** What is done with an open object. */
    interface Reader<T> {
        T read(OpenObject object) throws IOException;
    }

    /** Writes a small object. */
    void put(ObjectKey key, String contentType, byte[] bytes);

    /** Reads an object as a stream; empty if there is none. */
    <T> Optional<T> read(ObjectKey key, Reader<T> reader);

    /** Its first bytes, at most so many; empty if there is no such object. */
    Optional<byte[]> start(ObjectKey key, int length);

    Optional<Stat> stat(ObjectKey key);

    /** Copies within the store, unless the source is no longer that version: then false. */
    boolean copy(ObjectKey source, String version, ObjectKey target, String contentType);

    /** Does nothing if there is no such object. */
    void delete(ObjectKey key);

    /** The keys that begin so and come after that one, in their order; at most {@link #PAGE}. */
    List<ObjectKey> list(String prefix, @Nullable ObjectKey after);

    /** The longest list that is answered at once. */
    int PAGE = 1_000;
}
