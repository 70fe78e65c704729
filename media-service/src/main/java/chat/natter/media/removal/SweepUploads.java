package chat.natter.media.removal;

import chat.natter.media.storage.ItemStore;
import chat.natter.media.storage.ObjectKey;
import chat.natter.media.storage.ObjectStore;
import chat.natter.media.storage.PartStore;
import chat.natter.media.storage.PartStore.OpenUpload;
import chat.natter.media.storage.Slot;
import chat.natter.media.upload.Lifetimes;
import chat.natter.media.upload.RemoveUpload;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Removes uploads that were abandoned: announced and never completed, or begun at S3 by an instance that died. */
@Singleton
class SweepUploads {
    private final ObjectStore objects;
    private final PartStore parts;
    private final ItemStore items;
    private final RemoveUpload removeUpload;
    private final Lifetimes lifetimes;
    private final Clock clock;

    SweepUploads(
            ObjectStore objects,
            PartStore parts,
            ItemStore items,
            RemoveUpload removeUpload,
            Lifetimes lifetimes,
            Clock clock) {
        this.objects = objects;
        this.parts = parts;
        this.items = items;
        this.removeUpload = removeUpload;
        this.lifetimes = lifetimes;
        this.clock = clock;
    }

    void sweep() {
        Instant now = clock.instant();
        objects.list(ObjectKey.SLOTS).forEach(key -> {
            Optional<Slot> slot = items.announced(key.lastId());
            if (slot.isPresent() && lifetimes.end(slot.get().item()).isBefore(now)) {
                removeSlot(slot.get());
            }
        });
        for (OpenUpload open : parts.open()) {
            if (lifetimes.endOfParts(open.begunAt()).isBefore(now)
                    && items.announced(open.key().lastId()).isEmpty()) {
                parts.abandon(open.key(), open.uploadId());
            }
        }
    }

    private void removeSlot(Slot slot) {
        if (items.complete(slot.item().id()).isPresent()) {
            // Completed by an instance that died before it tidied up.
            items.forgetAnnouncement(slot.item().id());
        } else {
            removeUpload.remove(slot);
        }
    }
}
