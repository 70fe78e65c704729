package chat.natter.message.inbox;

import chat.natter.contract.record.ReadMark;
import chat.natter.message.inbox.state.Marks;
import chat.natter.message.inbox.state.User;

/**
 * The user has read up to a seq: never beyond what arrived, never backwards, and what is read is delivered. At the
 * reader of a topic nothing arrives; how far that is was seen by the gateway.
 */
final class MarkAsRead {
    private final InboxStore store;
    private final TellPeer tellPeer;

    MarkAsRead(InboxStore store, TellPeer tellPeer) {
        this.store = store;
        this.tellPeer = tellPeer;
    }

    void read(String user, String device, ReadMark read, long now) {
        Marks marks = store.marks(user, read.getConversation());
        long seq = read.getListens() ? read.getSeq() : Math.min(read.getSeq(), marks.getLastSeq());
        if (seq <= marks.getRead()) {
            return;
        }
        Marks moved = marks.toBuilder()
                .setRead(seq)
                .setDelivered(Math.max(seq, marks.getDelivered()))
                .setMovedAt(now)
                .build();
        store.saveMarks(user, read.getConversation(), moved);
        User state = store.user(user);
        tellPeer.marks(user, state, read.getConversation(), moved, now);
        if (Devices.anyLacks(state, device, Long.MAX_VALUE)) {
            tellPeer.ownDevices(user, device, read.getConversation(), moved, now);
        }
    }
}
