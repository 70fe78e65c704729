package chat.natter.media.upload;

import chat.natter.contract.MediaId;
import chat.natter.contract.UserId;
import chat.natter.media.item.MediaItem;
import chat.natter.media.storage.ItemStore;
import chat.natter.media.storage.ObjectKey;
import chat.natter.media.storage.ObjectStore;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/**
 * Verifies what was uploaded and makes it available. A medium is complete exactly if its bytes are the announced ones
 * and can no longer change: the presigned address stays valid for a while, so the verified version is copied to where
 * that address does not lead. May be repeated, at the same time too, and after a crash at any point.
 */
@Singleton
final class CompleteUpload {
    private final ItemStore items;
    private final ObjectStore objects;
    private final UploadConfig config;
    private final TakeTurns turns;
    private final Clock clock;

    CompleteUpload(ItemStore items, ObjectStore objects, UploadConfig config, TakeTurns turns, Clock clock) {
        this.items = items;
        this.objects = objects;
        this.config = config;
        this.turns = turns;
        this.clock = clock;
    }

    CompleteResult complete(MediaId id, UserId user) {
        Optional<MediaItem> complete = items.complete(id);
        Optional<MediaItem> known = complete.or(() -> items.announced(id));
        if (known.isEmpty()) {
            return completedByAnother(id, new CompleteResult.Unknown());
        }
        MediaItem item = known.get();
        if (!item.isOwnedBy(user)) {
            return new CompleteResult.Foreign();
        }
        if (complete.isPresent()) {
            tidy(id);
            return new CompleteResult.Completed(item, true);
        }
        if (item.createdAt().plus(config.lifetime()).isBefore(clock.instant())) {
            tidy(id);
            return new CompleteResult.Expired();
        }
        return turns.run(() -> verify(item));
    }

    private CompleteResult verify(MediaItem item) {
        ObjectKey upload = ObjectKey.upload(item.id());
        // The length alone tells most mistakes, without reading a byte.
        Optional<Optional<Fingerprint>> found = objects.read(
                upload,
                object -> object.size() == item.size() ? Optional.of(Fingerprint.of(object)) : Optional.empty());
        if (found.isEmpty()) {
            return completedByAnother(item.id(), new CompleteResult.NotUploaded());
        }
        Optional<Fingerprint> fingerprint = found.get();
        if (fingerprint.isEmpty()
                || !item.matches(fingerprint.get().size(), fingerprint.get().sha256())) {
            objects.delete(upload);
            return new CompleteResult.Mismatch();
        }
        ObjectKey target = ObjectKey.object(item.id());
        if (!objects.copy(
                upload, fingerprint.get().version(), target, item.mime().served())) {
            // Replaced or removed since it was read.
            return completedByAnother(item.id(), new CompleteResult.NotUploaded());
        }
        items.markComplete(item);
        tidy(item.id());
        return new CompleteResult.Completed(item, false);
    }

    /** Two devices may complete at once; the slower one finds the upload gone. */
    private CompleteResult completedByAnother(MediaId id, CompleteResult otherwise) {
        return items.complete(id)
                .<CompleteResult>map(item -> new CompleteResult.Completed(item, true))
                .orElse(otherwise);
    }

    private void tidy(MediaId id) {
        objects.delete(ObjectKey.upload(id));
        items.forgetAnnouncement(id);
    }
}
