package chat.natter.media.removal;

import chat.natter.contract.MediaId;
import chat.natter.media.access.Portraits;
import chat.natter.media.access.ReferenceStore;
import chat.natter.media.item.MediaItem;
import chat.natter.media.storage.ItemStore;
import chat.natter.media.storage.ObjectKey;
import chat.natter.media.storage.ObjectStore;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;

/**
 * Removes files that nobody sent and nobody shows as a portrait. Ids sort by time, so a sweep reads the old ones only.
 * What was sent or is shown is known from Kafka: while this service lags behind, nothing is removed.
 */
@Singleton
class SweepUnsent {
    private final ObjectStore objects;
    private final ItemStore items;
    private final ReferenceStore references;
    private final Portraits portraits;
    private final RemoveMedium removeMedium;
    private final Clock clock;

    SweepUnsent(
            ObjectStore objects,
            ItemStore items,
            ReferenceStore references,
            Portraits portraits,
            RemoveMedium removeMedium,
            Clock clock) {
        this.objects = objects;
        this.items = items;
        this.references = references;
        this.portraits = portraits;
        this.removeMedium = removeMedium;
        this.clock = clock;
    }

    /** How many were removed. */
    int sweep(Duration unsentAfter) {
        Instant oldEnough = clock.instant().minus(unsentAfter);
        int removed = 0;
        Iterator<ObjectKey> oldestFirst = objects.list(ObjectKey.UNSENT).iterator();
        while (oldestFirst.hasNext()) {
            ObjectKey key = oldestFirst.next();
            MediaId id = key.lastId();
            MediaItem item = items.complete(id).orElse(null);
            if (item == null) {
                // Marked just before its medium became complete, or removed since: the next sweep sees more.
                continue;
            }
            if (item.createdAt().isAfter(oldEnough)) {
                break;
            }
            if (references.anyOf(id) || portraits.isShown(item)) {
                objects.delete(key);
            } else {
                removeMedium.remove(item);
                removed++;
            }
        }
        return removed;
    }
}
