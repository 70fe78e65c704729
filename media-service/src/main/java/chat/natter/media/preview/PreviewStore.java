package chat.natter.media.preview;

import chat.natter.contract.MediaId;
import chat.natter.media.storage.ObjectKey;
import chat.natter.media.storage.ObjectStore;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.protobuf.ByteString;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Previews, and the marks of those that are still to be made. */
@Singleton
public final class PreviewStore {
    private final ObjectStore objects;
    private final ObjectMapper json;

    PreviewStore(ObjectStore objects, ObjectMapper json) {
        this.objects = objects;
        this.json = json;
    }

    /** From here on it is known, whatever happens, that this medium's preview is to be made. */
    void mark(MediaId id) {
        objects.mark(ObjectKey.previewWanted(id));
    }

    /** The oldest of those that are still to be made, so many at most. */
    List<MediaId> marked(int most) {
        return objects.list(ObjectKey.PREVIEWS_WANTED)
                .limit(most)
                .map(ObjectKey::lastId)
                .toList();
    }

    boolean isMarked(MediaId id) {
        return objects.stat(ObjectKey.previewWanted(id)).isPresent();
    }

    /** The thumbnail first: what the preview names must be there. */
    void keep(MediaId id, Made made) {
        ByteString thumbnail = made.thumbnail();
        if (thumbnail != null) {
            objects.put(ObjectKey.thumbnail(id), "image/jpeg", thumbnail.toByteArray());
        }
        objects.put(ObjectKey.preview(id), "application/json", write(made.preview()));
        unmark(id);
    }

    void unmark(MediaId id) {
        objects.delete(ObjectKey.previewWanted(id));
    }

    public Optional<Preview> find(MediaId id) {
        return objects.read(
                ObjectKey.preview(id), object -> json.readValue(object.bytes().readAllBytes(), Preview.class));
    }

    public void remove(MediaId id) {
        unmark(id);
        objects.delete(ObjectKey.preview(id));
        objects.delete(ObjectKey.thumbnail(id));
    }

    private byte[] write(Preview preview) {
        try {
            return json.writeValueAsBytes(preview);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a preview has no field that JSON cannot express", e);
        }
    }
}
