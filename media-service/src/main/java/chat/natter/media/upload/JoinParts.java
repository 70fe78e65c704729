package chat.natter.media.upload;

import chat.natter.media.item.FileClaim;
import chat.natter.media.item.PartSize;
import chat.natter.media.storage.ObjectKey;
import chat.natter.media.storage.ObjectStore;
import chat.natter.media.storage.PartStore;
import chat.natter.media.storage.PartStore.Part;
import chat.natter.media.storage.Slot;
import jakarta.inject.Singleton;
import java.util.List;

/** Makes the parts of an upload one object, once all of them are there. */
@Singleton
final class JoinParts {
    private final ObjectStore objects;
    private final PartStore parts;

    JoinParts(ObjectStore objects, PartStore parts) {
        this.objects = objects;
        this.parts = parts;
    }

    /** False if parts are missing or are being replaced; true also if they were joined before. */
    boolean join(Slot slot) {
        String uploadId = slot.uploadId();
        if (uploadId == null) {
            return false;
        }
        ObjectKey key = ObjectKey.object(slot.item().id());
        List<Part> there = parts.parts(key, uploadId);
        if (isWhole(there, slot.item().file()) && parts.join(key, uploadId, there)) {
            return true;
        }
        // Joined by another device, or by an attempt that did not get further.
        return objects.stat(key).isPresent();
    }

    static boolean isWhole(List<Part> parts, FileClaim file) {
        PartSize partSize = file.partSize();
        if (partSize == null || parts.size() != partSize.count(file.size())) {
            return false;
        }
        for (int index = 0; index < parts.size(); index++) {
            Part part = parts.get(index);
            if (part.number() != index + 1 || part.size() != partSize.lengthOf(index + 1, file.size())) {
                return false;
            }
        }
        return true;
    }
}
