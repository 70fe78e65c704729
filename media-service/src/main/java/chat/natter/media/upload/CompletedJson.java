package chat.natter.media.upload;

import chat.natter.media.item.MediaItem;

/** A verified medium: what a message refers to. */
record CompletedJson(String mediaId, String mime, long size, String sha256) {
    static CompletedJson of(MediaItem item) {
        return new CompletedJson(
                item.id().value(),
                item.mime().value(),
                item.size(),
                item.sha256().hex());
    }
}
