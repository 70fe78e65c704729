package chat.natter.media.storage;

import chat.natter.contract.MediaId;
import chat.natter.media.item.MediaItem;
import jakarta.inject.Singleton;
import java.util.Optional;

/** What is known of each file, kept beside its bytes, so that there is no database to lose. */
@Singleton
public final class ItemStore {
    private static final String JSON = "application/json";

    private final ObjectStore objects;
    private final ItemJson json;

    public ItemStore(ObjectStore objects, ItemJson json) {
        this.objects = objects;
        this.json = json;
    }

    /** Remembers what a client is going to upload. */
    public void announce(Slot slot) {
        objects.put(ObjectKey.slot(slot.item().id()), JSON, json.write(slot));
    }

    public Optional<Slot> announced(MediaId id) {
        return read(ObjectKey.slot(id));
    }

    public void forgetAnnouncement(MediaId id) {
        objects.delete(ObjectKey.slot(id));
    }

    /** From here on the medium exists for others. Its bytes must be in place. */
    public void markComplete(MediaItem item) {
        objects.put(ObjectKey.complete(item.id()), JSON, json.write(item));
    }

    public Optional<MediaItem> complete(MediaId id) {
        return read(ObjectKey.complete(id)).map(Slot::item);
    }

    /** From here on the medium exists for nobody. */
    public void forget(MediaId id) {
        objects.delete(ObjectKey.complete(id));
    }

    private Optional<Slot> read(ObjectKey key) {
        return objects.read(key, object -> json.read(object.bytes().readAllBytes()));
    }
}
