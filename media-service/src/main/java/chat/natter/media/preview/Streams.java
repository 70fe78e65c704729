package chat.natter.media.preview;

import org.jspecify.annotations.Nullable;

/**
 * What ffprobe tells of a file.
 *
 * @param width of the upright picture; absent if there is none
 */
record Streams(
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable Long durationMs,
        boolean sound) {
    boolean hasPicture() {
        return width != null && height != null;
    }
}
