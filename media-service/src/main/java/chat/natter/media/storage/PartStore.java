package chat.natter.media.storage;

import chat.natter.media.item.Sha256;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Uploads in parts. Nothing of one is an object before it is joined, and afterwards none of its parts can be replaced.
 * Every method throws {@link StorageUnavailable} while the store is away.
 */
public interface PartStore {
    /** A part that is there; {@code sha256} is what the store verified, absent if it verifies none. */
    record Part(
            int number, long size, String version, @Nullable Sha256 sha256) {}

    /** An upload that was begun and not ended. */
    record OpenUpload(ObjectKey key, String uploadId, Instant begunAt) {}

    /** Begins an upload and returns its id. */
    String begin(ObjectKey key, String contentType);

    /** The parts that are there, in their order; none if there is no such upload (any more). */
    List<Part> parts(ObjectKey key, String uploadId);

    /** Makes these parts one object; false if a part was replaced. A repeat may say either. */
    boolean join(ObjectKey key, String uploadId, List<Part> parts);

    /** Removes an upload with its parts. Does nothing if there is none. */
    void abandon(ObjectKey key, String uploadId);

    /** Uploads that are under way, some hundreds at most. */
    List<OpenUpload> open();
}
