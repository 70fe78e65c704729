package chat.natter.media.upload;

import chat.natter.media.item.MediaItem;
import jakarta.inject.Singleton;
import java.time.Instant;

/** Until when an upload may be completed. */
@Singleton
final class Lifetimes {
    private final UploadConfig config;

    Lifetimes(UploadConfig config) {
        this.config = config;
    }

    Instant end(MediaItem item) {
        return item.createdAt().plus(item.file().parts() == 0 ? config.lifetime() : config.lifetimeOfParts());
    }
}
