package chat.natter.load.ledger;

import chat.natter.contract.ConversationId;
import chat.natter.contract.DeviceId;
import chat.natter.contract.MessageId;
import chat.natter.contract.frame.Content;
import chat.natter.contract.frame.ServerFrame;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds every {@link Fault} in a ledger: nothing acknowledged is lost, nothing is seen twice, the order is one for all,
 * marks only rise, history has what was said. To be asked once everything has settled; before that, messages under way
 * count as lost.
 */
public final class JudgeDeliveries {
    private final DeliveryLedger.Copy ledger;
    private final List<Fault> faults = new ArrayList<>();
    /** Who is where in each conversation, by whatever source said it. */
    private final Map<ConversationId, SortedMap<Long, MessageId>> places = new HashMap<>();

    private final Map<MessageId, Long> seqs = new HashMap<>();

    private final Duration clocksDiffer;

    private JudgeDeliveries(DeliveryLedger ledger, Duration clocksDiffer) {
        this.ledger = ledger.copy();
        this.clocksDiffer = clocksDiffer;
    }

    public static List<Fault> judge(DeliveryLedger ledger) {
        return judge(ledger, Duration.ZERO);
    }

    /**
     * The same where clocks were wrong.
     *
     * @param clocksDiffer how far the clocks of those who took part were from each other at most
     */
    public static List<Fault> judge(DeliveryLedger ledger, Duration clocksDiffer) {
        return new JudgeDeliveries(ledger, clocksDiffer).faults();
    }

    private List<Fault> faults() {
        ledger.answers().values().forEach(this::judgeAnswers);
        ledger.deliveries().forEach(this::judgeDevice);
        places.forEach(this::judgeDensity);
        ledger.members().forEach(this::judgeCompleteness);
        judgeSenders();
        faults.addAll(JudgeMarks.judge(ledger));
        faults.addAll(JudgeArchive.judge(ledger));
        return List.copyOf(faults);
    }

    private void judgeAnswers(List<ServerFrame.Sent> answers) {
        ServerFrame.Sent first = answers.get(0);
        for (ServerFrame.Sent answer : answers) {
            if (answer.seq() != first.seq()
                    || answer.epoch() != first.epoch()
                    || !answer.at().equals(first.at())
                    || !answer.conversation().equals(first.conversation())) {
                faults.add(new Fault.AnswersDiffer(first.re()));
            }
        }
        take(first.conversation(), first.seq(), first.re());
    }

    private void take(ConversationId conversation, long seq, MessageId id) {
        MessageId there =
                places.computeIfAbsent(conversation, unseen -> new TreeMap<>()).putIfAbsent(seq, id);
        if (there != null && !there.equals(id)) {
            faults.add(new Fault.SeqSharedByTwo(conversation, seq, there, id));
        }
        Long before = seqs.putIfAbsent(id, seq);
        if (before != null && before != seq) {
            faults.add(new Fault.AcceptedTwice(id, before, seq));
        }
    }

    private void judgeDevice(DeviceId device, List<DeliveryLedger.Delivered> deliveries) {
        long position = 0;
        Map<ConversationId, Long> highest = new HashMap<>();
        Map<ConversationId, Set<Long>> seen = new HashMap<>();
        for (DeliveryLedger.Delivered delivery : deliveries) {
            ServerFrame.Message message = delivery.message();
            ConversationId conversation = message.conversation();
            if (message.position() <= position) {
                faults.add(new Fault.PositionFellBack(device, position, message.position()));
            }
            position = message.position();
            long before = highest.getOrDefault(conversation, 0L);
            if (!seen.computeIfAbsent(conversation, unseen -> new HashSet<>()).add(message.seq())) {
                faults.add(new Fault.SeenTwice(device, conversation, message.seq()));
            } else if (message.seq() < before) {
                faults.add(new Fault.OutOfOrder(device, conversation, before, message.seq()));
            }
            highest.put(conversation, Math.max(before, message.seq()));
            take(conversation, message.seq(), message.id());
            judgeMessage(device, message);
            if (message.at().isAfter(delivery.when().plus(clocksDiffer))) {
                faults.add(new Fault.CameBeforeItsTime(device, message.id(), message.at(), delivery.when()));
            }
        }
    }

    private void judgeMessage(DeviceId device, ServerFrame.Message message) {
        DeliveryLedger.Sending sending = ledger.sendings().get(message.id());
        if (sending == null
                || !sending.device().equals(message.device())
                || !sending.conversation().equals(message.conversation())) {
            faults.add(new Fault.NeverSent(device, message.id()));
            return;
        }
        Content content = sending.content();
        if (content != null && !content.equals(message.content())) {
            faults.add(new Fault.ContentChanged(device, message.id()));
        }
        ServerFrame.Sent answer = answer(message.id());
        if (answer != null && (!answer.at().equals(message.at()) || answer.epoch() != message.epoch())) {
            faults.add(new Fault.AnswersDiffer(message.id()));
        }
    }

    private void judgeDensity(ConversationId conversation, SortedMap<Long, MessageId> taken) {
        long last = taken.lastKey();
        for (long seq = 1; seq <= last; seq++) {
            if (!taken.containsKey(seq)) {
                faults.add(new Fault.Gap(conversation, seq));
            }
        }
    }

    private void judgeCompleteness(DeliveryLedger.ConversationMember member) {
        Set<MessageId> arrived = new HashSet<>();
        ledger.deliveries()
                .getOrDefault(member.device(), List.of())
                .forEach(delivery -> arrived.add(delivery.message().id()));
        ledger.answers().forEach((id, answers) -> {
            ServerFrame.Sent answer = answers.get(0);
            DeliveryLedger.Sending sending = ledger.sendings().get(id);
            boolean own = sending != null && sending.device().equals(member.device());
            if (!own && answer.conversation().equals(member.conversation()) && !arrived.contains(id)) {
                faults.add(new Fault.Lost(member.device(), answer.conversation(), answer.seq(), id));
            }
        });
    }

    private void judgeSenders() {
        record Line(DeviceId device, ConversationId conversation) {}
        Map<Line, Long> highest = new HashMap<>();
        ledger.sendings().forEach((id, sending) -> {
            ServerFrame.Sent answer = answer(id);
            if (answer == null) {
                if (!ledger.refused().contains(id)) {
                    faults.add(new Fault.Unanswered(sending.device(), id));
                }
            } else if (!ledger.postponed().contains(id)) {
                Line line = new Line(sending.device(), sending.conversation());
                Long before = highest.put(line, answer.seq());
                if (before != null && before > answer.seq()) {
                    faults.add(new Fault.SenderOrderBroken(sending.device(), sending.conversation(), id));
                }
            }
        });
    }

    private ServerFrame.@Nullable Sent answer(MessageId id) {
        List<ServerFrame.Sent> answers = ledger.answers().get(id);
        return answers == null ? null : answers.get(0);
    }
}
