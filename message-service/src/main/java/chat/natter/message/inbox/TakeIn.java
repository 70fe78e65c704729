package chat.natter.message.inbox;

import chat.natter.contract.Problem;
import chat.natter.contract.record.AdmissionRequest;
import chat.natter.contract.record.AdmissionVerdict;
import chat.natter.contract.record.Command;
import chat.natter.contract.record.InboxMessage;
import chat.natter.contract.record.Notification;
import chat.natter.contract.record.ReceiptMark;
import chat.natter.contract.record.SecurityNotice;
import chat.natter.message.inbox.state.Device;
import chat.natter.message.inbox.state.Entry;
import chat.natter.message.inbox.state.Marks;
import chat.natter.message.inbox.state.User;
import chat.natter.message.stage.Outputs;

/**
 * Takes what arrives for a user into the inbox, once: a seq that is not above the conversation's last one is a repeat.
 * The entry is written before the mark, so that a replay after a crash between the two overwrites it in place.
 */
final class TakeIn {
    private final Inboxes inboxes;
    private final Outputs outputs;
    private final TellPeer tellPeer;

    TakeIn(Inboxes inboxes, Outputs outputs, TellPeer tellPeer) {
        this.inboxes = inboxes;
        this.outputs = outputs;
        this.tellPeer = tellPeer;
    }

    void message(String user, InboxMessage message, Place place) {
        User state = inboxes.store().user(user);
        boolean own = message.getFrom().equals(user);
        if (state.getErased() || !Devices.anyConcerned(state, message.getDevice(), own)) {
            return;
        }
        Marks marks = inboxes.store().marks(user, message.getConversation());
        if (message.getSeq() <= marks.getLastSeq()) {
            if (inboxes.store().hasEntry(user, place.by())) {
                // This very record, again: the wake-up may never have left.
                wakeUp(user, state, message, own);
            }
            return;
        }
        boolean delivered = !own && Devices.anyHas(state, message.getDevice(), place.by());
        Marks.Builder next = marks.toBuilder().setLastSeq(message.getSeq());
        if (delivered) {
            next.setDelivered(Math.max(message.getSeq(), marks.getDelivered())).setMovedAt(place.at());
        }
        Marks taken = next.build();
        if (state.getBlockedList().contains(message.getFrom())) {
            inboxes.store().saveMarks(user, message.getConversation(), taken);
            return;
        }
        Entry entry = Entry.newBuilder().setMessage(message).build();
        if (Devices.anyLacks(state, message.getDevice(), place.by())) {
            inboxes.store().putEntry(user, place.by(), entry);
        }
        inboxes.store().saveMarks(user, message.getConversation(), taken);
        if (delivered) {
            tellPeer.marks(user, message.getConversation(), taken, place.at());
        }
        offer(user, state, entry, place);
        wakeUp(user, state, message, own);
    }

    /** Marks only grow; a newer one replaces the entry of an older one that still waits. */
    void receipt(String user, ReceiptMark receipt, Place place) {
        User state = inboxes.store().user(user);
        if (state.getErased() || state.getDevicesCount() == 0) {
            return;
        }
        Marks marks = inboxes.store().marks(user, receipt.getConversation());
        if (receipt.getDelivered() <= marks.getPeerDelivered() && receipt.getRead() <= marks.getPeerRead()) {
            return;
        }
        Marks merged = marks.toBuilder()
                .setPeerDelivered(Math.max(marks.getPeerDelivered(), receipt.getDelivered()))
                .setPeerRead(Math.max(marks.getPeerRead(), receipt.getRead()))
                .setReceiptPosition(place.by())
                .build();
        Entry entry = Entry.newBuilder()
                .setReceipt(receipt.toBuilder()
                        .setDelivered(merged.getPeerDelivered())
                        .setRead(merged.getPeerRead()))
                .build();
        if (Devices.anyLacks(state, "", place.by())) {
            inboxes.store().putEntry(user, place.by(), entry);
        }
        inboxes.store().saveMarks(user, receipt.getConversation(), merged);
        if (marks.getReceiptPosition() != 0 && marks.getReceiptPosition() != place.by()) {
            inboxes.store().deleteEntry(user, marks.getReceiptPosition());
        }
        offer(user, state, entry, place);
    }

    /** Told to every device, also to those that are away. */
    void security(String user, SecurityNotice notice, Place place) {
        User state = inboxes.store().user(user);
        if (state.getErased() || !Devices.anyLacks(state, "", place.by())) {
            return;
        }
        Entry entry = Entry.newBuilder().setSecurity(notice).build();
        inboxes.store().putEntry(user, place.by(), entry);
        offer(user, state, entry, place);
    }

    /** Only here the recipient's account is known: may somebody begin a conversation with this user? */
    void admission(String user, AdmissionRequest request, Place place) {
        User state = inboxes.store().user(user);
        boolean exists = state.getKnown() && !state.getErased();
        AdmissionVerdict.Builder verdict =
                AdmissionVerdict.newBuilder().setPeer(user).setAdmitted(exists);
        if (!exists) {
            verdict.setProblem(Problem.USER_UNKNOWN.code());
        }
        Command command = Command.newBuilder().setAdmission(verdict).build();
        outputs.command(request.getConversation(), command, place.at());
    }

    private void offer(String user, User state, Entry entry, Place place) {
        for (LiveSession session : inboxes.sessions(user, state)) {
            inboxes.deliver().offer(user, session, place.by(), entry, place.at());
            // A session that memory has just restored is not caught up yet: send on from its cursor.
            inboxes.deliver().pump(user, session, place.at());
        }
    }

    private void wakeUp(String user, User state, InboxMessage message, boolean own) {
        if (own) {
            return;
        }
        Notification.Builder notification = null;
        for (Device device : state.getDevicesList()) {
            if (!Devices.hasSession(device)) {
                notification = notification == null ? Notification.newBuilder() : notification;
                notification.addDevices(device.getDevice());
            }
        }
        if (notification != null) {
            outputs.notification(notification
                    .setUser(user)
                    .setConversation(message.getConversation())
                    .setSeq(message.getSeq())
                    .setFrom(message.getFrom())
                    .setAt(message.getAt())
                    .build());
        }
    }
}
