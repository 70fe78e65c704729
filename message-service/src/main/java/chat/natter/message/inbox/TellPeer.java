package chat.natter.message.inbox;

import chat.natter.contract.ConversationId;
import chat.natter.contract.UserId;
import chat.natter.contract.record.InboxRecord;
import chat.natter.contract.record.ReceiptMark;
import chat.natter.message.inbox.state.Marks;
import chat.natter.message.stage.Outputs;

/** Tells the other of a direct conversation how far its messages were delivered and read. */
final class TellPeer {
    private final Outputs outputs;

    TellPeer(Outputs outputs) {
        this.outputs = outputs;
    }

    void marks(String user, String conversation, Marks marks, long at) {
        ConversationId id = new ConversationId(conversation);
        String peer = id.peerOf(new UserId(user)).value();
        if (peer.equals(user)) {
            return;
        }
        ReceiptMark receipt = ReceiptMark.newBuilder()
                .setConversation(conversation)
                .setUser(user)
                .setDelivered(marks.getDelivered())
                .setRead(marks.getRead())
                .setAt(marks.getMovedAt())
                .build();
        outputs.inbox(peer, InboxRecord.newBuilder().setReceipt(receipt).build(), at);
    }
}
