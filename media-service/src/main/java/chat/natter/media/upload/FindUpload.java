package chat.natter.media.upload;

import chat.natter.contract.MediaId;
import chat.natter.contract.UserId;
import chat.natter.media.item.MediaItem;
import chat.natter.media.storage.ItemStore;
import chat.natter.media.storage.Slot;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/** Finds an upload for the user who wants to go on with it. */
@Singleton
final class FindUpload {
    /** Where the upload stands. */
    sealed interface Found {
        record Complete(MediaItem item) implements Found {}

        record Open(Slot slot) implements Found {}

        record Unknown() implements Found {}

        record Foreign() implements Found {}

        /** Too late; what was uploaded has been removed. */
        record Expired() implements Found {}
    }

    private final ItemStore items;
    private final RemoveUpload removeUpload;
    private final Lifetimes lifetimes;
    private final Clock clock;

    FindUpload(ItemStore items, RemoveUpload removeUpload, Lifetimes lifetimes, Clock clock) {
        this.items = items;
        this.removeUpload = removeUpload;
        this.lifetimes = lifetimes;
        this.clock = clock;
    }

    Found find(MediaId id, UserId user) {
        Optional<Slot> slot = items.announced(id);
        // Asked second: who completes it in between removes the slot only after the medium is there.
        Optional<MediaItem> complete = items.complete(id);
        Optional<MediaItem> item = complete.or(() -> slot.map(Slot::item));
        if (item.isEmpty()) {
            return new Found.Unknown();
        }
        if (!item.get().isOwnedBy(user)) {
            return new Found.Foreign();
        }
        if (complete.isPresent()) {
            return new Found.Complete(complete.get());
        }
        if (lifetimes.end(item.get()).isBefore(clock.instant())) {
            slot.ifPresent(removeUpload::remove);
            return new Found.Expired();
        }
        return slot.<Found>map(Found.Open::new).orElseGet(Found.Unknown::new);
    }
}
