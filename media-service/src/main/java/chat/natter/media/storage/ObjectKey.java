package chat.natter.media.storage;

import chat.natter.contract.ConversationId;
import chat.natter.contract.MediaId;
import chat.natter.contract.UserId;
import chat.natter.media.item.FileClaim;

/** The address of one object in the bucket. Made of validated ids only. */
public record ObjectKey(String value) {
    /** What the keys of announcements begin with. */
    public static final String SLOTS = "slots/";

    /** Of media that nobody has sent yet. */
    public static final String UNSENT = "unsent/";

    /** Of previews that are still to be made. */
    public static final String PREVIEWS_WANTED = "previews-wanted/";

    /** Of what the accounts have. */
    public static final String RESERVATIONS = "owners/";

    public static ObjectKey unsent(MediaId id) {
        return new ObjectKey(UNSENT + id);
    }

    public static ObjectKey previewWanted(MediaId id) {
        return new ObjectKey(PREVIEWS_WANTED + id);
    }

    public static ObjectKey preview(MediaId id) {
        return new ObjectKey("previews/" + id + ".json");
    }

    public static ObjectKey thumbnail(MediaId id) {
        return new ObjectKey("thumbnails/" + id);
    }

    public static String references(MediaId id) {
        return "refs/" + id + "/";
    }

    public static String reservations(UserId owner) {
        return RESERVATIONS + owner + "/";
    }

    public static ObjectKey member(ConversationId group, UserId user) {
        return new ObjectKey("members/" + group + "/" + user);
    }

    /** What the keys of pictures begin with that the user shows or showed a moment ago. */
    public static String portraits(UserId user) {
        return "portraits/" + user + "/";
    }

    /** There while that is the picture that the user shows. */
    public static ObjectKey portrait(UserId user, MediaId picture) {
        return new ObjectKey(portraits(user) + picture);
    }

    /** There while the user follows that topic. */
    public static ObjectKey reader(ConversationId topic, UserId user) {
        return new ObjectKey("readers/" + topic + "/" + user);
    }

    /** There while everybody may read that topic. */
    public static ObjectKey publicTopic(ConversationId topic) {
        return new ObjectKey("public-topics/" + topic);
    }

    /** Where it stands which medium of an owner has this hash. */
    public static ObjectKey hash(UserId owner, FileClaim file) {
        return new ObjectKey("hashes/" + owner + "/" + file.sha256() + "-" + file.parts());
    }

    /** The id of a key that ends with one. */
    public MediaId lastId() {
        String last = value.substring(value.lastIndexOf('/') + 1);
        return new MediaId(last.endsWith(".json") ? last.substring(0, last.length() - ".json".length()) : last);
    }

    static ObjectKey slot(MediaId id) {
        return new ObjectKey(SLOTS + id + ".json");
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
