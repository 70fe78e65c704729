package chat.natter.media.upload;

import chat.natter.media.item.MediaItem;
import chat.natter.media.item.Mime;
import chat.natter.media.metadata.RemoveMetadata;
import chat.natter.media.scan.ScanUpload;
import chat.natter.media.storage.ObjectKey;
import chat.natter.media.storage.Slot;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Takes an upload if its bytes are the announced ones, and removes it if they are not. */
@Singleton
final class VerifyUpload {
    private final JoinParts joinParts;
    private final CheckBytes checkBytes;
    private final SniffType sniffType;
    private final ScanUpload scanUpload;
    private final RemoveMetadata removeMetadata;
    private final RemoveUpload removeUpload;
    private final PublishMedium publish;

    VerifyUpload(
            JoinParts joinParts,
            CheckBytes checkBytes,
            SniffType sniffType,
            ScanUpload scanUpload,
            RemoveMetadata removeMetadata,
            RemoveUpload removeUpload,
            PublishMedium publish) {
        this.joinParts = joinParts;
        this.checkBytes = checkBytes;
        this.sniffType = sniffType;
        this.scanUpload = scanUpload;
        this.removeMetadata = removeMetadata;
        this.removeUpload = removeUpload;
        this.publish = publish;
    }

    CompleteResult verify(Slot slot) {
        MediaItem item = slot.item();
        boolean inParts = slot.uploadId() != null;
        if (inParts && !joinParts.join(slot)) {
            return new CompleteResult.NotUploaded();
        }
        ObjectKey uploaded = inParts ? ObjectKey.object(item.id()) : ObjectKey.upload(item.id());
        CheckBytes.Found found = checkBytes.check(uploaded, item.file());
        if (found instanceof CheckBytes.Found.Same same) {
            return admit(slot, uploaded, same.version());
        }
        if (found instanceof CheckBytes.Found.Nothing) {
            return new CompleteResult.NotUploaded();
        }
        removeUpload.removeBytes(slot);
        return new CompleteResult.Mismatch();
    }

    private CompleteResult admit(Slot slot, ObjectKey uploaded, String version) {
        Optional<Mime> lie = sniffType.lie(uploaded, slot.item().file());
        if (lie.isPresent()) {
            removeUpload.remove(slot);
            return new CompleteResult.Disguised(lie.get());
        }
        Optional<String> virus = scanUpload.scan(uploaded, version, slot.item().file());
        if (virus.isPresent()) {
            removeUpload.remove(slot);
            return new CompleteResult.Infected(virus.get());
        }
        if (!slot.item().file().withoutMetadata()) {
            return publish(slot.item(), uploaded, version);
        }
        RemoveMetadata.Removed removed = removeMetadata.remove(slot.item(), uploaded, version);
        if (removed instanceof RemoveMetadata.Removed.Done done) {
            return publish(done.item(), ObjectKey.object(done.item().id()), version);
        }
        if (removed instanceof RemoveMetadata.Removed.Changed) {
            return new CompleteResult.NotUploaded();
        }
        removeUpload.remove(slot);
        return new CompleteResult.Damaged();
    }

    private CompleteResult publish(MediaItem item, ObjectKey verified, String version) {
        // False: replaced or removed since it was verified.
        return publish.publish(item, verified, version)
                ? new CompleteResult.Completed(item, false)
                : new CompleteResult.NotUploaded();
    }
}
