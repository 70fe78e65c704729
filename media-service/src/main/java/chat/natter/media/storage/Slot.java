package chat.natter.media.storage;

import chat.natter.media.item.MediaItem;
import org.jspecify.annotations.Nullable;

/**
 * An announced file and the way it comes.
 *
 * @param uploadId S3's name of the multipart upload; absent for one PUT
 */
public record Slot(MediaItem item, @Nullable String uploadId) {}
