package chat.natter.media.quota;

import chat.natter.contract.MediaId;
import chat.natter.contract.UserId;
import chat.natter.media.item.MediaItem;
import chat.natter.media.storage.ObjectKey;
import chat.natter.media.storage.ObjectStore;
import jakarta.inject.Singleton;
import java.util.function.Consumer;

/** What each account has, from the announcement on: one empty object per file, whose size stands in its key. */
@Singleton
public final class Reservations {
    private final ObjectStore objects;

    Reservations(ObjectStore objects) {
        this.objects = objects;
    }

    void add(MediaItem item) {
        objects.mark(key(item));
    }

    /** Whatever size was reserved: the file may have become smaller since. */
    public void remove(MediaItem item) {
        removeOrphan(item.owner(), item.id());
    }

    /** All files of an account, complete or announced. */
    public void eachOf(UserId owner, Consumer<MediaId> each) {
        objects.list(ObjectKey.reservations(owner)).forEach(key -> each.accept(new MediaId(steps(key)[2])));
    }

    /** Forgets what no description speaks of any more. */
    public void removeOrphan(UserId owner, MediaId id) {
        objects.list(ObjectKey.reservations(owner) + id + "/").forEach(objects::delete);
    }

    long bytesOf(UserId owner) {
        return bytesBelow(ObjectKey.reservations(owner));
    }

    long bytesOfAll() {
        return bytesBelow(ObjectKey.RESERVATIONS);
    }

    private long bytesBelow(String prefix) {
        return objects.list(prefix)
                .mapToLong(key -> Long.parseLong(steps(key)[3]))
                .sum();
    }

    private static ObjectKey key(MediaItem item) {
        return new ObjectKey(ObjectKey.reservations(item.owner()) + item.id() + "/"
                + item.file().size());
    }

    private static String[] steps(ObjectKey key) {
        return key.value().split("/", -1);
    }
}
