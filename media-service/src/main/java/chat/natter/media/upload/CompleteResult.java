package chat.natter.media.upload;

import chat.natter.media.item.MediaItem;

/** How an attempt to complete an upload ended. */
sealed interface CompleteResult {
    /** Verified, now or earlier. */
    record Completed(MediaItem item, boolean repeated) implements CompleteResult {}

    /** Nothing was announced under this id. */
    record Unknown() implements CompleteResult {}

    /** Announced by somebody else. */
    record Foreign() implements CompleteResult {}

    /** The slot is too old; what was uploaded has been removed. */
    record Expired() implements CompleteResult {}

    /** Nothing was uploaded yet; the slot stays open. */
    record NotUploaded() implements CompleteResult {}

    /** Other bytes than announced; they have been removed, the slot stays open. */
    record Mismatch() implements CompleteResult {}
}
