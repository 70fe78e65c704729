package chat.natter.media.upload;

import chat.natter.media.item.MediaItem;
import chat.natter.media.item.Mime;

/** How an attempt to complete an upload ended. */
sealed interface CompleteResult {
    /** Verified, now or earlier. */
    record Completed(MediaItem item, boolean repeated) implements CompleteResult {}

    /** There is no such upload for this user. */
    record NoUpload(FindUpload.Found why) implements CompleteResult {}

    /** Nothing, or not all of it, was uploaded yet; the slot stays open. */
    record NotUploaded() implements CompleteResult {}

    /** Other bytes than announced; they have been removed. The slot of one PUT stays open. */
    record Mismatch() implements CompleteResult {}

    /** The announced bytes, but of another type than announced; the upload has been removed. */
    record Disguised(Mime found) implements CompleteResult {}

    /** A virus was found in it; the upload has been removed. */
    record Infected(String found) implements CompleteResult {}

    /** Its metadata was to be removed, and cannot be; the upload has been removed. */
    record Damaged() implements CompleteResult {}
}
