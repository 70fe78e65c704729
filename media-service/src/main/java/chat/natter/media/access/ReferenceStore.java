package chat.natter.media.access;

import chat.natter.contract.ConversationId;
import chat.natter.contract.MediaId;
import chat.natter.contract.UserId;
import chat.natter.media.storage.ObjectKey;
import chat.natter.media.storage.ObjectStore;
import jakarta.inject.Singleton;
import java.util.List;

/** The references to each file. One empty object per conversation and sender, so that a repeat changes nothing. */
@Singleton
public final class ReferenceStore {
    private final ObjectStore objects;

    ReferenceStore(ObjectStore objects) {
        this.objects = objects;
    }

    void add(MediaId id, Reference reference) {
        objects.mark(key(id, reference));
        objects.delete(ObjectKey.unsent(id));
    }

    List<Reference> of(MediaId id) {
        return objects.list(ObjectKey.references(id))
                .map(ReferenceStore::reference)
                .toList();
    }

    public boolean anyOf(MediaId id) {
        return objects.list(ObjectKey.references(id)).findAny().isPresent();
    }

    public void removeAllOf(MediaId id) {
        objects.list(ObjectKey.references(id)).forEach(objects::delete);
        objects.delete(ObjectKey.unsent(id));
    }

    private static ObjectKey key(MediaId id, Reference reference) {
        return new ObjectKey(ObjectKey.references(id) + reference.conversation() + "/" + reference.from());
    }

    private static Reference reference(ObjectKey key) {
        String[] steps = key.value().split("/", -1);
        return new Reference(new ConversationId(steps[2]), new UserId(steps[3]));
    }
}
