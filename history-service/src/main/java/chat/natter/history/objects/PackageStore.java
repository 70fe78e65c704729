package chat.natter.history.objects;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

/** Where packages lie. Every method throws {@link StorageUnavailable} while the storage is away. */
public interface PackageStore {
    /** Begins an object. It is there once {@link Upload#complete} returns, and never in part. */
    Upload begin(String key, String contentType);

    /** Deletes every object whose key begins so, and gives up what is being written there. */
    void deleteAll(String prefix);

    /** All objects; asks for them some hundreds at a time. */
    Stream<Stored> all();

    /** Gives up what was begun before that time and has not been completed. */
    void abandonUploadsBefore(Instant begun);

    /** Where anybody may fetch it for a while, under that file name. */
    URI link(String key, String fileName, Duration lifetime);

    /** An object that is there. */
    record Stored(String key, Instant modifiedAt) {}
}
