package chat.natter.message.inbox;

import chat.natter.contract.ConversationId;
import chat.natter.contract.UserId;
import chat.natter.contract.record.InboxRecord;
import chat.natter.contract.record.ReceiptMark;
import chat.natter.message.inbox.state.Marks;
import chat.natter.message.inbox.state.User;
import chat.natter.message.stage.Outputs;

/**
 * Tells how far a user has come: the other of two people at once; everybody else, such as the members of a group, can
 * ask the archive, which is told now and then.
 */
final class TellPeer {
    private final Outputs outputs;
    private final PublishMarks publishMarks;

    TellPeer(Outputs outputs, PublishMarks publishMarks) {
        this.outputs = outputs;
        this.publishMarks = publishMarks;
    }

    void marks(String user, User state, String conversation, Marks marks, long at) {
        publishMarks.moved(user, conversation);
        ConversationId id = new ConversationId(conversation);
        if (!id.isDirect()) {
            return;
        }
        String peer = id.peerOf(new UserId(user)).value();
        if (!peer.equals(user)) {
            ReceiptMark.Builder receipt = receipt(user, conversation, marks).setDelivered(marks.getDelivered());
            outputs.inbox(peer, record(state.getHideReadMarks() ? receipt.clearRead() : receipt), at);
        }
    }

    /** Tells the user's other devices how far the user has read. */
    void ownDevices(String user, String device, String conversation, Marks marks, long at) {
        outputs.inbox(user, record(receipt(user, conversation, marks).setDevice(device)), at);
    }

    private static ReceiptMark.Builder receipt(String user, String conversation, Marks marks) {
        return ReceiptMark.newBuilder()
                .setConversation(conversation)
                .setUser(user)
                .setRead(marks.getRead())
                .setAt(marks.getMovedAt());
    }

    private static InboxRecord record(ReceiptMark.Builder receipt) {
        return InboxRecord.newBuilder().setReceipt(receipt).build();
    }
}
