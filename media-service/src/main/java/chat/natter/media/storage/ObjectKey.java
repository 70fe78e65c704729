package chat.natter.media.storage;

import chat.natter.contract.MediaId;

/** The address of one object in the bucket. Made of validated ids only. */
public record ObjectKey(String value) {
    static ObjectKey slot(MediaId id) {
        return new ObjectKey("slots/" + id + ".json");
    }

    static ObjectKey complete(MediaId id) {
        return new ObjectKey("media/" + id + ".json");
    }

    public static ObjectKey upload(MediaId id) {
        return new ObjectKey("uploads/" + id);
    }

    public static ObjectKey object(MediaId id) {
        return new ObjectKey("objects/" + id);
    }

    @Override
    public String toString() {
        return value;
    }
}
