package chat.natter.message.inbox;

import chat.natter.message.inbox.state.Device;
import chat.natter.message.inbox.state.Entry;
import chat.natter.message.inbox.state.Marks;
import chat.natter.message.inbox.state.User;
import chat.natter.message.stage.Key;
import chat.natter.message.stage.OrderedStore;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.UncheckedIOException;
import java.util.function.BiConsumer;

/** The inboxes of one partition; the key schema is in the package description. */
final class InboxStore {
    private final OrderedStore store;

    InboxStore(OrderedStore store) {
        this.store = store;
    }

    User user(String user) {
        byte[] value = store.get(Key.of('u', user));
        return value == null ? User.getDefaultInstance() : parseUser(value);
    }

    void saveUser(String user, User state) {
        store.put(Key.of('u', user), state.toByteArray());
    }

    Marks marks(String user, String conversation) {
        byte[] value = store.get(Key.of('s', user, conversation));
        return value == null ? Marks.getDefaultInstance() : parseMarks(value);
    }

    void saveMarks(String user, String conversation, Marks marks) {
        store.put(Key.of('s', user, conversation), marks.toByteArray());
    }

    /** Visits every conversation of which anything is remembered for the user. */
    void conversations(String user, BiConsumer<String, Marks> visitor) {
        byte[] prefix = Key.of('s', user);
        store.scan(prefix, Key.after(prefix), (key, value) -> {
            visitor.accept(Key.text(key, prefix.length), parseMarks(value));
            return true;
        });
    }

    boolean hasEntry(String user, long position) {
        return store.get(entryKey(user, position)) != null;
    }

    void putEntry(String user, long position, Entry entry) {
        store.put(entryKey(user, position), entry.toByteArray());
    }

    void deleteEntry(String user, long position) {
        store.delete(entryKey(user, position));
    }

    /**
     * The position of the newest entry behind {@code after}; {@code after} if there is none. What was deleted costs a
     * look-up too: {@code after} keeps it away from what the user has read long ago.
     */
    long lastPosition(String user, long after) {
        byte[] key = store.lastKey(entryKey(user, after + 1), Key.after(Key.of('e', user)));
        return key == null ? after : Key.number(key);
    }

    /**
     * Where a new device starts. The first one of an account gets everything that waits; a later one starts from now
     * and reads the past from history.
     */
    long startOfNewDevice(String user, User state) {
        if (state.getDevicesCount() == 0 && state.getRevokedCount() == 0) {
            return 0;
        }
        long furthest = 0;
        for (Device device : state.getDevicesList()) {
            furthest = Math.max(furthest, device.getCursor());
        }
        return lastPosition(user, furthest);
    }

    /** Visits the entries behind {@code after}, up to and including {@code upTo}. */
    void entries(String user, long after, long upTo, EntryVisitor visitor) {
        byte[] end = upTo == Long.MAX_VALUE ? Key.after(Key.of('e', user)) : entryKey(user, upTo + 1);
        store.scan(entryKey(user, after + 1), end, (key, value) -> visitor.visit(Key.number(key), parseEntry(value)));
    }

    /** Sees one entry; returns whether to go on. */
    interface EntryVisitor {
        boolean visit(long position, Entry entry);
    }

    /** Forgets everything about the user but the account's end. */
    void erase(String user) {
        deleteAll(Key.of('e', user));
        deleteAll(Key.of('s', user));
    }

    private void deleteAll(byte[] prefix) {
        store.scan(prefix, Key.after(prefix), (key, value) -> {
            store.delete(key);
            return true;
        });
    }

    private static byte[] entryKey(String user, long position) {
        return Key.append(Key.of('e', user), position);
    }

    static Entry parseEntry(byte[] value) {
        try {
            return Entry.parseFrom(value);
        } catch (InvalidProtocolBufferException e) {
            throw new UncheckedIOException(e);
        }
    }

    static User parseUser(byte[] value) {
        try {
            return User.parseFrom(value);
        } catch (InvalidProtocolBufferException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Marks parseMarks(byte[] value) {
        try {
            return Marks.parseFrom(value);
        } catch (InvalidProtocolBufferException e) {
            throw new UncheckedIOException(e);
        }
    }
}
