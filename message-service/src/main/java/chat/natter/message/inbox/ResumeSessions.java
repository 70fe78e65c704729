package chat.natter.message.inbox;

import chat.natter.message.inbox.state.Marks;
import chat.natter.message.inbox.state.User;
import chat.natter.message.stage.Key;
import chat.natter.message.stage.OrderedStore;

/**
 * After a take-over, goes once through the store, a slice at a time: sends every open session on from its device's
 * cursor, and tells marks again that moved shortly before, because their first copies may never have left. Receivers
 * drop what they know.
 */
final class ResumeSessions {
    private static final byte[] END = Key.of((char) ('u' + 1));
    private static final int USER_LENGTH = 26;

    private final OrderedStore ordered;
    private final Inboxes inboxes;
    private final TellPeer tellPeer;
    private final InboxLimits limits;
    // Marks (s) come before users (u), and nothing is between them.
    private byte[] next = Key.of('s');
    private boolean done;

    ResumeSessions(OrderedStore ordered, Inboxes inboxes, TellPeer tellPeer, InboxLimits limits) {
        this.ordered = ordered;
        this.inboxes = inboxes;
        this.tellPeer = tellPeer;
        this.limits = limits;
    }

    boolean resume(long now, int slice) {
        if (done) {
            return false;
        }
        done = true;
        int[] seen = {0};
        ordered.scan(next, END, (key, value) -> {
            if (seen[0]++ == slice) {
                next = key;
                done = false;
                return false;
            }
            if (key[0] == 's') {
                tellAgain(Key.text(key, 1, USER_LENGTH), Key.text(key, 1 + USER_LENGTH), value, now);
            } else {
                User user = InboxStore.parseUser(value);
                inboxes.pump(Key.text(key, 1, USER_LENGTH), user, now);
            }
            return true;
        });
        return !done;
    }

    private void tellAgain(String user, String conversation, byte[] value, long now) {
        Marks marks = InboxStore.parseMarks(value);
        if (marks.getMovedAt() != 0
                && now - marks.getMovedAt() <= limits.tellAgain().toMillis()) {
            tellPeer.marks(user, inboxes.store().user(user), conversation, marks, now);
            if (marks.getRead() > marks.getOwnRead()) {
                tellPeer.ownDevices(user, "", conversation, marks, now);
            }
        }
    }
}
