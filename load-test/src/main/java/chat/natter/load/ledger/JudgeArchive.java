package chat.natter.load.ledger;

import chat.natter.contract.ConversationId;
import chat.natter.contract.MessageId;
import chat.natter.contract.frame.ServerFrame;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Holds what history has of a conversation against what senders were answered; conversations nobody looked up pass. */
final class JudgeArchive {
    private JudgeArchive() {}

    static List<Fault> judge(DeliveryLedger.Copy ledger) {
        List<Fault> faults = new ArrayList<>();
        Map<ConversationId, Map<Long, MessageId>> archives = new HashMap<>();
        ledger.archives().forEach((conversation, messages) -> {
            Map<Long, MessageId> places = archives.computeIfAbsent(conversation, unseen -> new HashMap<>());
            for (DeliveryLedger.Archived message : messages) {
                if (places.put(message.seq(), message.id()) != null) {
                    faults.add(new Fault.ArchiveDiffers(conversation, message.seq(), message.id()));
                }
            }
        });
        ledger.answers().values().forEach(answers -> {
            ServerFrame.Sent answer = answers.get(0);
            Map<Long, MessageId> places = archives.get(answer.conversation());
            if (places == null) {
                return;
            }
            MessageId there = places.get(answer.seq());
            if (there == null) {
                faults.add(new Fault.NotArchived(answer.conversation(), answer.seq(), answer.re()));
            } else if (!there.equals(answer.re())) {
                faults.add(new Fault.ArchiveDiffers(answer.conversation(), answer.seq(), there));
            }
        });
        return faults;
    }
}
