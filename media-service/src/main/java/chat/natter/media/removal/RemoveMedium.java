package chat.natter.media.removal;

import chat.natter.media.access.Portraits;
import chat.natter.media.access.ReferenceStore;
import chat.natter.media.item.MediaItem;
import chat.natter.media.preview.PreviewStore;
import chat.natter.media.quota.Reservations;
import chat.natter.media.storage.ItemStore;
import chat.natter.media.storage.ObjectKey;
import chat.natter.media.storage.ObjectStore;
import chat.natter.media.upload.KnownFiles;
import jakarta.inject.Singleton;

/**
 * Removes a medium with everything that is known of it. The bytes go first and the reservation, by which all others are
 * found again after a crash, goes last.
 */
@Singleton
class RemoveMedium {
    private final ItemStore items;
    private final ObjectStore objects;
    private final PreviewStore previews;
    private final ReferenceStore references;
    private final Portraits portraits;
    private final KnownFiles knownFiles;
    private final Reservations reservations;

    RemoveMedium(
            ItemStore items,
            ObjectStore objects,
            PreviewStore previews,
            ReferenceStore references,
            Portraits portraits,
            KnownFiles knownFiles,
            Reservations reservations) {
        this.items = items;
        this.objects = objects;
        this.previews = previews;
        this.references = references;
        this.portraits = portraits;
        this.knownFiles = knownFiles;
        this.reservations = reservations;
    }

    void remove(MediaItem item) {
        objects.delete(ObjectKey.object(item.id()));
        previews.remove(item.id());
        knownFiles.forget(item);
        portraits.forget(item);
        references.removeAllOf(item.id());
        items.forget(item.id());
        reservations.remove(item);
    }
}
