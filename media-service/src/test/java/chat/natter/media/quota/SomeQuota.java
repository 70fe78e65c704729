package chat.natter.media.quota;

import chat.natter.media.item.MediaItem;
import chat.natter.media.storage.InMemoryObjects;

/** Reservations for tests of other packages. */
public final class SomeQuota {
    private SomeQuota() {}

    public static Reservations in(InMemoryObjects objects) {
        return new Reservations(objects);
    }

    public static void reserve(InMemoryObjects objects, MediaItem item) {
        in(objects).add(item);
    }
}
