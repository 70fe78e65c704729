package chat.natter.media.upload;

import chat.natter.contract.MediaId;
import chat.natter.media.quota.Reservations;
import chat.natter.media.storage.ItemStore;
import chat.natter.media.storage.ObjectKey;
import chat.natter.media.storage.ObjectStore;
import chat.natter.media.storage.PartStore;
import chat.natter.media.storage.Slot;
import jakarta.inject.Singleton;

/** Removes an upload that does not become a medium, the slot last: what is left after a crash is found by it. */
@Singleton
public final class RemoveUpload {
    private final ItemStore items;
    private final ObjectStore objects;
    private final PartStore parts;
    private final Reservations reservations;

    RemoveUpload(ItemStore items, ObjectStore objects, PartStore parts, Reservations reservations) {
        this.items = items;
        this.objects = objects;
        this.parts = parts;
        this.reservations = reservations;
    }

    public void remove(Slot slot) {
        removeBytes(slot);
        // What a completion that got no further had marked.
        objects.delete(ObjectKey.unsent(slot.item().id()));
        objects.delete(ObjectKey.previewWanted(slot.item().id()));
        reservations.remove(slot.item());
        items.forgetAnnouncement(slot.item().id());
    }

    /** One PUT may then be tried again; an upload in parts is over. */
    void removeBytes(Slot slot) {
        MediaId id = slot.item().id();
        String uploadId = slot.uploadId();
        if (uploadId != null) {
            parts.abandon(ObjectKey.object(id), uploadId);
        }
        objects.delete(ObjectKey.upload(id));
        objects.delete(ObjectKey.object(id));
    }
}
