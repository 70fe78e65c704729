package chat.natter.media.upload;

import chat.natter.contract.MediaId;
import chat.natter.media.item.MediaItem;
import chat.natter.media.preview.QueuePreviews;
import chat.natter.media.storage.ItemStore;
import chat.natter.media.storage.ObjectKey;
import chat.natter.media.storage.ObjectStore;
import jakarta.inject.Singleton;

/** Puts verified bytes where no presigned address leads, and then says that they are there. */
@Singleton
final class PublishMedium {
    private final ItemStore items;
    private final ObjectStore objects;
    private final KnownFiles knownFiles;
    private final QueuePreviews previews;

    PublishMedium(ItemStore items, ObjectStore objects, KnownFiles knownFiles, QueuePreviews previews) {
        this.items = items;
        this.objects = objects;
        this.knownFiles = knownFiles;
        this.previews = previews;
    }

    /** False if the upload is no longer the version that was verified. */
    boolean publish(MediaItem item, ObjectKey uploaded, String version) {
        ObjectKey target = ObjectKey.object(item.id());
        if (!uploaded.equals(target)
                && !objects.copy(uploaded, version, target, item.file().served())) {
            return false;
        }
        // What is to happen later is marked before the medium exists: a crash in between loses nothing.
        objects.mark(ObjectKey.unsent(item.id()));
        previews.want(item);
        items.markComplete(item);
        knownFiles.remember(item);
        previews.make(item);
        tidy(item.id());
        return true;
    }

    /** Removes what an upload needs and a medium does not. */
    void tidy(MediaId id) {
        objects.delete(ObjectKey.upload(id));
        items.forgetAnnouncement(id);
    }
}
