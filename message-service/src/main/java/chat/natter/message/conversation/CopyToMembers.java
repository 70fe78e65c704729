package chat.natter.message.conversation;

import chat.natter.contract.record.Command;
import chat.natter.contract.record.FanOut;
import chat.natter.contract.record.InboxMessage;
import chat.natter.contract.record.InboxRecord;
import chat.natter.message.group.Parts;
import chat.natter.message.stage.Outputs;
import java.util.List;

/**
 * Writes one copy per member: of a large group the first part at once, and each further one when this conversation's
 * turn comes again, so that a group of a thousand delays nobody for longer than one part.
 *
 * <p>What is left to do travels in the record itself: nothing has to be remembered, and a replay does the same again.
 */
final class CopyToMembers {
    private final Outputs outputs;

    CopyToMembers(Outputs outputs) {
        this.outputs = outputs;
    }

    void start(InboxMessage message, List<String> members, int parts, long at) {
        copy(message, members, 0, parts, at);
    }

    void goOn(FanOut fanOut, long at) {
        copy(fanOut.getMessage(), fanOut.getMembersList(), fanOut.getDone(), fanOut.getParts(), at);
    }

    private void copy(InboxMessage message, List<String> members, int part, int parts, long at) {
        List<String> now = Parts.part(members, part, parts);
        outputs.inbox(now, InboxRecord.newBuilder().setMessage(message).build(), at);
        if (now.size() == members.size()) {
            return;
        }
        FanOut.Builder rest =
                FanOut.newBuilder().setMessage(message).setDone(part + 1).setParts(parts);
        for (int later = part + 1; later < parts; later++) {
            rest.addAllMembers(Parts.part(members, later, parts));
        }
        outputs.command(
                message.getConversation(), Command.newBuilder().setFanOut(rest).build(), at);
    }
}
