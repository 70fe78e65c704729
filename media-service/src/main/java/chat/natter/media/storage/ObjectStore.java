package chat.natter.media.storage;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Object storage as far as it is needed here. Every method throws {@link StorageUnavailable} while it is away. */
public interface ObjectStore {
    /** Bytes that are being read; {@code version} changes whenever the object does. */
    record OpenObject(long size, String version, InputStream bytes) {}

    /** What is done with an open object. */
    interface Reader<T> {
        T read(OpenObject object) throws IOException;
    }

    /** Writes a small object. */
    void put(ObjectKey key, String contentType, byte[] bytes);

    /** Reads an object as a stream; empty if there is none. */
    <T> Optional<T> read(ObjectKey key, Reader<T> reader);

    /** Copies within the store, unless the source is no longer that version: then false. */
    boolean copy(ObjectKey source, String version, ObjectKey target, String contentType);

    /** Does nothing if there is no such object. */
    void delete(ObjectKey key);
}
