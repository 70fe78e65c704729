package chat.natter.media.upload;

import chat.natter.media.item.FileClaim;
import chat.natter.media.item.MediaItem;
import chat.natter.media.item.PartSize;
import chat.natter.media.preview.Preview;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** A verified medium: what a message refers to. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CompletedJson(
        String mediaId,
        String mime,
        long size,
        String sha256,
        @Nullable Long partSize,
        @Nullable Boolean encrypted,
        @Nullable Boolean withoutMetadata,
        Preview preview) {
    static CompletedJson of(MediaItem item, Preview preview) {
        FileClaim file = item.file();
        PartSize partSize = file.partSize();
        return new CompletedJson(
                item.id().value(),
                file.mime().value(),
                file.size(),
                file.sha256().hex(),
                partSize == null ? null : partSize.bytes(),
                file.encrypted() ? true : null,
                file.withoutMetadata() ? true : null,
                preview);
    }
}
