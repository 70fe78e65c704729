package chat.natter.media.upload;

import chat.natter.media.item.MediaItem;
import chat.natter.media.item.PartSize;
import chat.natter.media.preview.Preview;
import chat.natter.media.storage.SignedUrl;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where and how to upload: one PUT, or parts whose addresses are asked for; or that no upload is needed. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SlotJson(
        String mediaId,
        @Nullable UploadJson upload,
        @Nullable Parts parts,
        @Nullable CompletedJson complete) {
    record Parts(long size, int count, String expiresAt) {}

    static SlotJson ofOnePut(MediaItem item, SignedUrl put) {
        return new SlotJson(item.id().value(), UploadJson.of(put), null, null);
    }

    static SlotJson ofParts(MediaItem item, PartSize partSize, Instant end) {
        Parts parts = new Parts(partSize.bytes(), item.file().parts(), Rfc3339.of(end));
        return new SlotJson(item.id().value(), null, parts, null);
    }

    static SlotJson ofKnown(MediaItem item, Preview preview) {
        return new SlotJson(item.id().value(), null, null, CompletedJson.of(item, preview));
    }
}
