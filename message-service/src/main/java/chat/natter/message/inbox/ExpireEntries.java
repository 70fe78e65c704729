package chat.natter.message.inbox;

import chat.natter.contract.record.InboxMessage;
import chat.natter.message.inbox.state.Entry;
import chat.natter.message.inbox.state.Marks;
import chat.natter.message.inbox.state.Missed;
import chat.natter.message.stage.Key;
import chat.natter.message.stage.OrderedStore;
import java.nio.charset.StandardCharsets;

/**
 * Drops entries that have waited too long, a slice at a time. A dropped message becomes part of one small
 * {@code missed} entry per conversation, which waits in its place, so that the device learns to pull from history. A
 * message with an expiry of its own vanishes without a trace.
 */
final class ExpireEntries {
    private static final byte[] FIRST = Key.of('e');
    private static final byte[] END = Key.of('f');
    private static final int USER_LENGTH = 26;

    private final OrderedStore ordered;
    private final InboxStore store;
    private final InboxLimits limits;
    private byte[] next = FIRST;

    ExpireEntries(OrderedStore ordered, InboxStore store, InboxLimits limits) {
        this.ordered = ordered;
        this.store = store;
        this.limits = limits;
    }

    int expire(long now, int slice) {
        int[] seen = {0};
        int[] dropped = {0};
        byte[] from = next;
        next = FIRST;
        ordered.scan(from, END, (key, value) -> {
            if (seen[0]++ == slice) {
                next = key;
                return false;
            }
            String user = new String(key, 1, USER_LENGTH, StandardCharsets.ISO_8859_1);
            dropped[0] += expire(user, Key.number(key), InboxStore.parseEntry(value), now) ? 1 : 0;
            return true;
        });
        return dropped[0];
    }

    private boolean expire(String user, long position, Entry entry, long now) {
        long oldest = now - limits.retention().toMillis();
        switch (entry.getBodyCase()) {
            case MESSAGE -> {
                InboxMessage message = entry.getMessage();
                if (message.getExpiresAt() != 0 && message.getExpiresAt() <= now) {
                    store.deleteEntry(user, position);
                    return true;
                }
                if (message.getAt() < oldest) {
                    miss(user, position, message);
                    return true;
                }
                return false;
            }
            case RECEIPT -> {
                return dropBefore(oldest, entry.getReceipt().getAt(), user, position);
            }
            case SECURITY -> {
                return dropBefore(oldest, entry.getSecurity().getAt(), user, position);
            }
            case PERSONAL -> {
                return dropBefore(oldest, entry.getPersonal().getAt(), user, position);
            }
            case MISSED, BODY_NOT_SET -> {
                return false;
            }
        }
        throw new IllegalStateException("an entry of a kind that this version does not know");
    }

    private boolean dropBefore(long oldest, long at, String user, long position) {
        if (at < oldest) {
            store.deleteEntry(user, position);
        }
        return at < oldest;
    }

    private void miss(String user, long position, InboxMessage message) {
        Marks marks = store.marks(user, message.getConversation());
        long[] first = {message.getSeq()};
        long earlier = marks.getMissedPosition();
        if (earlier != 0) {
            store.entries(user, earlier - 1, earlier, (at, entry) -> {
                if (entry.hasMissed()) {
                    first[0] = Math.min(first[0], entry.getMissed().getFirst());
                }
                return true;
            });
        }
        Missed missed = Missed.newBuilder()
                .setConversation(message.getConversation())
                .setFirst(first[0])
                .setLast(message.getSeq())
                .build();
        store.putEntry(user, position, Entry.newBuilder().setMissed(missed).build());
        store.saveMarks(
                user,
                message.getConversation(),
                marks.toBuilder().setMissedPosition(position).build());
        if (earlier != 0 && earlier != position) {
            store.deleteEntry(user, earlier);
        }
    }
}
