package chat.natter.message.inbox;

import chat.natter.contract.record.ReceiptMark;
import chat.natter.message.inbox.state.Entry;
import chat.natter.message.inbox.state.Marks;
import chat.natter.message.inbox.state.User;

/** Takes marks in: they only grow, and a newer one replaces the entry of an older one that still waits. */
final class TakeInReceipt {
    private final Inboxes inboxes;

    TakeInReceipt(Inboxes inboxes) {
        this.inboxes = inboxes;
    }

    void receipt(String user, ReceiptMark receipt, Place place) {
        User state = inboxes.store().user(user);
        if (state.getErased() || state.getDevicesCount() == 0) {
            return;
        }
        if (receipt.getUser().equals(user)) {
            own(user, state, receipt, place);
        } else {
            ofPeer(user, state, receipt, place);
        }
    }

    private void ofPeer(String user, User state, ReceiptMark receipt, Place place) {
        Marks marks = inboxes.store().marks(user, receipt.getConversation());
        // Who does not show what they have read is not shown what others have.
        long read = state.getHideReadMarks() ? 0 : receipt.getRead();
        if (receipt.getDelivered() <= marks.getPeerDelivered() && read <= marks.getPeerRead()) {
            return;
        }
        Marks merged = marks.toBuilder()
                .setPeerDelivered(Math.max(marks.getPeerDelivered(), receipt.getDelivered()))
                .setPeerRead(Math.max(marks.getPeerRead(), read))
                .setReceiptPosition(place.by())
                .build();
        ReceiptMark told = receipt.toBuilder()
                .setDelivered(merged.getPeerDelivered())
                .setRead(merged.getPeerRead())
                .build();
        take(user, state, told, merged, marks.getReceiptPosition(), place);
    }

    /** The user has read on another device. */
    private void own(String user, User state, ReceiptMark receipt, Place place) {
        Marks marks = inboxes.store().marks(user, receipt.getConversation());
        if (receipt.getRead() <= marks.getOwnRead()) {
            return;
        }
        Marks merged = marks.toBuilder()
                .setOwnRead(receipt.getRead())
                .setOwnReadPosition(place.by())
                .build();
        take(user, state, receipt, merged, marks.getOwnReadPosition(), place);
    }

    private void take(String user, User state, ReceiptMark receipt, Marks merged, long replaced, Place place) {
        Entry entry = Entry.newBuilder().setReceipt(receipt).build();
        if (Devices.anyLacks(state, receipt.getDevice(), place.by())) {
            inboxes.store().putEntry(user, place.by(), entry);
        }
        inboxes.store().saveMarks(user, receipt.getConversation(), merged);
        // Mostly it has been delivered and is gone: deleting it again would be a record more.
        if (replaced != place.by() && inboxes.store().hasEntry(user, replaced)) {
            inboxes.store().deleteEntry(user, replaced);
        }
        inboxes.offer(user, state, entry, place);
    }
}
