package chat.natter.media.upload;

import chat.natter.contract.MediaId;
import chat.natter.contract.Ulid;
import chat.natter.contract.UserId;
import chat.natter.media.item.FileClaim;
import chat.natter.media.item.MediaItem;
import chat.natter.media.quota.KeepQuota;
import chat.natter.media.storage.ItemStore;
import chat.natter.media.storage.ObjectKey;
import chat.natter.media.storage.PartStore;
import chat.natter.media.storage.Slot;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reserves an id for a file, and begins its upload if it comes in parts. */
@Singleton
final class OpenSlot {
    /** How an announcement was answered. */
    sealed interface Opened {
        record New(Slot slot) implements Opened {}

        /** The owner has uploaded it before. */
        record Known(MediaItem item) implements Opened {}
    }

    private final KnownFiles knownFiles;
    private final KeepQuota quota;
    private final ItemStore items;
    private final PartStore parts;
    private final UploadConfig config;
    private final Clock clock;
    /** Ids travel in messages only, and must not be guessed. */
    private final SecureRandom random = new SecureRandom();

    OpenSlot(
            KnownFiles knownFiles,
            KeepQuota quota,
            ItemStore items,
            PartStore parts,
            UploadConfig config,
            Clock clock) {
        this.knownFiles = knownFiles;
        this.quota = quota;
        this.items = items;
        this.parts = parts;
        this.config = config;
        this.clock = clock;
    }

    Opened open(UserId owner, @Nullable AnnouncementJson json) {
        FileClaim file = ReadAnnouncement.read(json, config);
        Optional<MediaItem> known = knownFiles.find(owner, file);
        if (known.isPresent()) {
            return new Opened.Known(known.get());
        }
        Instant now = clock.instant();
        MediaItem item = new MediaItem(new MediaId(Ulid.next(now, random)), owner, file, now);
        quota.reserve(item);
        // A crash in between leaves an upload without a slot, which the sweep finds.
        String uploadId = file.parts() == 0 ? null : parts.begin(ObjectKey.object(item.id()), file.served());
        Slot slot = new Slot(item, uploadId);
        items.announce(slot);
        return new Opened.New(slot);
    }
}
