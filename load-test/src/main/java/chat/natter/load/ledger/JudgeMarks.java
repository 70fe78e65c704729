package chat.natter.load.ledger;

import chat.natter.contract.ConversationId;
import chat.natter.contract.DeviceId;
import chat.natter.contract.UserId;
import chat.natter.contract.frame.ServerFrame;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds what is wrong with the marks that devices were told: they only rise, never pass the last message, and in the
 * end say what is true. For people with one device each; silent where no mark was ever told, since then nobody
 * listened.
 */
final class JudgeMarks {
    /** What one device knows of one member. */
    private record Line(DeviceId device, ConversationId conversation, UserId user) {}

    /** High-water marks; 0 = none yet. */
    private record Marks(long delivered, long read) {}

    private final DeliveryLedger.Copy ledger;
    private final List<Fault> faults = new ArrayList<>();
    private final Map<Line, Marks> told = new HashMap<>();
    private final Map<ConversationId, Long> last = new HashMap<>();

    private JudgeMarks(DeliveryLedger.Copy ledger) {
        this.ledger = ledger;
    }

    static List<Fault> judge(DeliveryLedger.Copy ledger) {
        return new JudgeMarks(ledger).faults();
    }

    private List<Fault> faults() {
        if (ledger.marks().isEmpty()) {
            return List.of();
        }
        findLast();
        ledger.marks().forEach(this::judgeMark);
        judgeWhatIsDue();
        return faults;
    }

    private void findLast() {
        ledger.answers()
                .values()
                .forEach(answers ->
                        last.merge(answers.get(0).conversation(), answers.get(0).seq(), Math::max));
        ledger.deliveries()
                .values()
                .forEach(deliveries -> deliveries.forEach(delivery -> last.merge(
                        delivery.message().conversation(), delivery.message().seq(), Math::max)));
    }

    private void judgeMark(DeliveryLedger.Marked marked) {
        ServerFrame.Receipt receipt = marked.receipt();
        Line line = new Line(marked.device(), receipt.conversation(), receipt.user());
        Marks before = told.getOrDefault(line, new Marks(0, 0));
        Long delivered = receipt.delivered();
        Long read = receipt.read();
        Marks now = new Marks(
                delivered == null ? before.delivered() : raise(line, before.delivered(), delivered),
                read == null ? before.read() : raise(line, before.read(), read));
        told.put(line, now);
    }

    private long raise(Line line, long before, long after) {
        if (after < before) {
            faults.add(new Fault.MarkFellBack(line.device(), line.conversation(), line.user(), before, after));
        }
        long end = last.getOrDefault(line.conversation(), 0L);
        if (after > end) {
            faults.add(new Fault.MarkBeyondTheEnd(line.device(), line.conversation(), line.user(), after, end));
        }
        return Math.max(before, after);
    }

    /** Whose message it is learns, in a conversation of two, how far the other one has come. */
    private void judgeWhatIsDue() {
        Map<Line, Long> delivered = new HashMap<>();
        ledger.deliveries()
                .forEach((device, deliveries) -> deliveries.forEach(delivery -> {
                    ServerFrame.Message message = delivery.message();
                    if (message.conversation().isDirect()) {
                        UserId peer = message.conversation().peerOf(message.from());
                        delivered.merge(
                                new Line(message.device(), message.conversation(), peer), message.seq(), Math::max);
                    }
                }));
        delivered.forEach((line, seq) -> {
            Marks marks = told.getOrDefault(line, new Marks(0, 0));
            if (marks.delivered() < seq) {
                faults.add(missing(line, "delivered", seq, marks.delivered()));
            }
            Long read = ledger.readings().get(new DeliveryLedger.Reading(line.conversation(), line.user()));
            if (read != null && marks.read() < read) {
                faults.add(missing(line, "read", read, marks.read()));
            }
        });
    }

    private static Fault missing(Line line, String kind, long due, long told) {
        return new Fault.MarkMissing(line.device(), line.conversation(), line.user(), kind, due, told);
    }
}
