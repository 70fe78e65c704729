package chat.natter.media.upload;

import org.jspecify.annotations.Nullable;

/** The body of {@code POST /v1/media}, unchecked. */
record AnnouncementJson(
        @Nullable String mime,
        @Nullable Long size,
        @Nullable String sha256,
        @Nullable Long partSize,
        @Nullable String name,
        @Nullable Boolean encrypted,
        @Nullable Boolean removeMetadata) {}
