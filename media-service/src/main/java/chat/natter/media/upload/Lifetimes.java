package chat.natter.media.upload;

import chat.natter.media.item.MediaItem;
import jakarta.inject.Singleton;
import java.time.Instant;

/** Until when an upload may be completed. */
@Singleton
public final class Lifetimes {
    private final UploadConfig config;

    Lifetimes(UploadConfig config) {
        this.config = config;
    }

    public Instant end(MediaItem item) {
        return item.createdAt().plus(item.file().parts() == 0 ? config.lifetime() : config.lifetimeOfParts());
    }

    /** The latest that an upload in parts may last that began then. */
    public Instant endOfParts(Instant begunAt) {
        return begunAt.plus(config.lifetimeOfParts());
    }
}
