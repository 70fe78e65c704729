package chat.natter.media.access;

import chat.natter.contract.ConversationId;
import chat.natter.contract.UserId;
import chat.natter.media.item.MediaItem;
import chat.natter.media.storage.InMemoryObjects;

/** References for tests of other packages. */
public final class SomeReferences {
    private SomeReferences() {}

    public static ReferenceStore in(InMemoryObjects objects) {
        return new ReferenceStore(objects);
    }

    public static void send(InMemoryObjects objects, MediaItem item, UserId to) {
        in(objects).add(item.id(), new Reference(ConversationId.direct(item.owner(), to), item.owner()));
    }
}
