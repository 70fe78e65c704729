package chat.natter.media.access;

import chat.natter.media.storage.InMemoryObjects;

/** Portraits for tests of other packages. */
public final class SomePortraits {
    private SomePortraits() {}

    public static Portraits in(InMemoryObjects objects) {
        return new Portraits(objects);
    }
}
