package chat.natter.media.metadata;

import chat.natter.contract.Digests;
import chat.natter.media.item.FileClaim;
import chat.natter.media.item.MediaItem;
import chat.natter.media.item.Sha256;
import chat.natter.media.storage.ObjectKey;
import chat.natter.media.storage.ObjectStore;
import chat.natter.media.storage.StorageUnavailable;
import jakarta.inject.Singleton;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import net.coobird.thumbnailator.util.exif.Orientation;

/** Puts a verified picture in its place without its metadata. The same bytes in give the same bytes out. */
@Singleton
public final class RemoveMetadata {
    /** What became of it. */
    public sealed interface Removed {
        /** In place, with the size and the hash that it has now. */
        record Done(MediaItem item) implements Removed {}

        /** Not to be read well enough to say that nothing is left in it. */
        record Damaged() implements Removed {}

        /** Replaced or removed since it was verified. */
        record Changed() implements Removed {}
    }

    private final ObjectStore objects;

    public RemoveMetadata(ObjectStore objects) {
        this.objects = objects;
    }

    public Removed remove(MediaItem item, ObjectKey uploaded, String version) {
        try {
            Path original = Files.createTempFile("natter-original", null);
            Path stripped = Files.createTempFile("natter-stripped", null);
            try {
                return fetch(uploaded, version, original) ? strip(item, original, stripped) : new Removed.Changed();
            } finally {
                Files.deleteIfExists(original);
                Files.deleteIfExists(stripped);
            }
        } catch (IOException e) {
            // No room on this machine: another one may have it, as when storage is away.
            throw new StorageUnavailable(e);
        }
    }

    private boolean fetch(ObjectKey uploaded, String version, Path original) {
        return objects.read(uploaded, object -> {
                    boolean same = object.version().equals(version);
                    if (same) {
                        Files.copy(object.bytes(), original, StandardCopyOption.REPLACE_EXISTING);
                    }
                    return same;
                })
                .orElse(false);
    }

    private Removed strip(MediaItem item, Path original, Path stripped) throws IOException {
        MessageDigest digest = Digests.sha256();
        Orientation orientation = ReadOrientation.of(original.toFile());
        try (InputStream in = Files.newInputStream(original);
                OutputStream out =
                        new BufferedOutputStream(new DigestOutputStream(Files.newOutputStream(stripped), digest))) {
            StripJpeg.copy(in, out, orientation);
        } catch (IOException e) {
            return new Removed.Damaged();
        }
        FileClaim file = item.file().withBytes(Files.size(stripped), Sha256.of(digest.digest()));
        objects.put(ObjectKey.object(item.id()), file.served(), stripped);
        return new Removed.Done(new MediaItem(item.id(), item.owner(), file, item.createdAt()));
    }
}
