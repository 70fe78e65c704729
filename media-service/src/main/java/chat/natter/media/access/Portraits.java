package chat.natter.media.access;

import chat.natter.contract.MediaId;
import chat.natter.contract.UserId;
import chat.natter.media.item.MediaItem;
import chat.natter.media.storage.ObjectKey;
import chat.natter.media.storage.ObjectStore;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/**
 * Which picture each account shows. Whoever is signed in may read it, as they may read the profile that names it; but
 * who shows a file of somebody else opens nothing. One small object per account and picture, so that a repeat changes
 * nothing.
 */
@Singleton
public final class Portraits {
    private final ObjectStore objects;

    Portraits(ObjectStore objects) {
        this.objects = objects;
    }

    /** The account shows that picture from now on, or none. The one before is removed later unless it was sent too. */
    public void show(UserId user, @Nullable MediaId picture) {
        boolean isShown = false;
        for (ObjectKey key : objects.list(ObjectKey.portraits(user)).toList()) {
            if (key.lastId().equals(picture)) {
                isShown = true;
            } else {
                objects.mark(ObjectKey.unsent(key.lastId()));
                objects.delete(key);
            }
        }
        // Most changes of an account say nothing new of its picture.
        if (picture != null && !isShown) {
            objects.mark(ObjectKey.portrait(user, picture));
        }
    }

    /** Whether its owner shows it. */
    public boolean isShown(MediaItem item) {
        return objects.stat(key(item)).isPresent();
    }

    /** Whatever its owner shows, this is gone. */
    public void forget(MediaItem item) {
        objects.delete(key(item));
    }

    private static ObjectKey key(MediaItem item) {
        return ObjectKey.portrait(item.owner(), item.id());
    }
}
