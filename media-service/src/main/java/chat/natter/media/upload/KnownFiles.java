package chat.natter.media.upload;

import chat.natter.contract.MediaId;
import chat.natter.contract.UserId;
import chat.natter.media.item.FileClaim;
import chat.natter.media.item.MediaItem;
import chat.natter.media.storage.ItemStore;
import chat.natter.media.storage.ObjectKey;
import chat.natter.media.storage.ObjectStore;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Files that an owner has uploaded before, by their hash: sending one again needs no upload. Never across owners, since
 * an answer would tell what others have.
 */
@Singleton
public final class KnownFiles {
    private final ItemStore items;
    private final ObjectStore objects;

    KnownFiles(ItemStore items, ObjectStore objects) {
        this.items = items;
        this.objects = objects;
    }

    /** A complete medium of this owner that is the same in all but its name, and has been sent, so that it stays. */
    Optional<MediaItem> find(UserId owner, FileClaim file) {
        return read(owner, file)
                .flatMap(items::complete)
                .filter(item -> isSame(item.file(), file)
                        && objects.stat(ObjectKey.unsent(item.id())).isEmpty());
    }

    private static boolean isSame(FileClaim known, FileClaim file) {
        return known.mime().equals(file.mime()) && known.size() == file.size() && known.encrypted() == file.encrypted();
    }

    void remember(MediaItem item) {
        objects.put(
                ObjectKey.hash(item.owner(), item.file()),
                "text/plain",
                item.id().value().getBytes(StandardCharsets.UTF_8));
    }

    public void forget(MediaItem item) {
        if (read(item.owner(), item.file()).filter(item.id()::equals).isPresent()) {
            objects.delete(ObjectKey.hash(item.owner(), item.file()));
        }
    }

    private Optional<MediaId> read(UserId owner, FileClaim file) {
        return objects.read(
                ObjectKey.hash(owner, file),
                object -> new MediaId(new String(object.bytes().readAllBytes(), StandardCharsets.UTF_8)));
    }
}
