package chat.natter.media.upload;

import chat.natter.contract.MediaId;
import chat.natter.contract.Ulid;
import chat.natter.contract.UserId;
import chat.natter.media.item.MediaItem;
import chat.natter.media.storage.ItemStore;
import chat.natter.media.storage.SignUrls;
import chat.natter.media.storage.SignedUrl;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;

/** Reserves an id for a file and signs the address to which its owner may put the bytes. */
@Singleton
final class OpenSlot {
    /** A slot that was opened. */
    record Slot(MediaId id, SignedUrl put) {}

    private final ItemStore items;
    private final SignUrls signUrls;
    private final UploadConfig config;
    private final Clock clock;
    /** Who knows the id may download: it must not be guessed. */
    private final SecureRandom random = new SecureRandom();

    OpenSlot(ItemStore items, SignUrls signUrls, UploadConfig config, Clock clock) {
        this.items = items;
        this.signUrls = signUrls;
        this.config = config;
        this.clock = clock;
    }

    Slot open(UserId owner, Announcement announcement) {
        Instant now = clock.instant();
        MediaItem item = new MediaItem(
                new MediaId(Ulid.next(now, random)),
                owner,
                announcement.mime(),
                announcement.size(),
                announcement.sha256(),
                announcement.name(),
                now);
        items.announce(item);
        return new Slot(item.id(), signUrls.put(item, config.lifetime()));
    }
}
