package chat.natter.load.faults;

import chat.natter.contract.ConversationId;
import chat.natter.contract.DeviceId;
import chat.natter.contract.MessageId;
import chat.natter.contract.UserId;
import chat.natter.contract.frame.Content;
import chat.natter.contract.frame.ServerFrame;
import chat.natter.load.ledger.DeliveryLedger;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Tells each thing that happens to a device to the ledger, to what measures recovery, and to the file. */
final class Records {
    private final DeliveryLedger ledger;
    private final Freshness freshness;
    private final HistoryFile history;
    private final Clock clock;
    private final List<String> unwanted = new CopyOnWriteArrayList<>();

    Records(DeliveryLedger ledger, Freshness freshness, HistoryFile history, Clock clock) {
        this.ledger = ledger;
        this.freshness = freshness;
        this.history = history;
        this.clock = clock;
    }

    /** What no trouble may cause: refusals for good, connections that were given up, gaps told by the server. */
    List<String> unwanted() {
        return List.copyOf(unwanted);
    }

    void note(String what, Object who, Object... details) {
        history.write(what, who, details);
    }

    void sending(DeviceId device, ConversationId conversation, MessageId id, Content content) {
        history.write("send", device, conversation, id);
        freshness.sent(id, System.nanoTime());
        ledger.sending(device, conversation, id, content);
    }

    void creating(DeviceId device, ConversationId group, MessageId id) {
        history.write("create", device, group, id);
        ledger.creating(device, group, id);
    }

    void answered(DeviceId device, ServerFrame.Sent sent) {
        history.write("sent", device, sent.conversation(), sent.re(), sent.seq());
        ledger.answered(sent);
    }

    void postponed(DeviceId device, MessageId id, ServerFrame.Failure failure) {
        history.write("postponed", device, id, failure.code());
        ledger.postponed(id);
    }

    void refused(DeviceId device, MessageId id, ServerFrame.Failure failure) {
        unwanted(device, "refused " + failure.code());
        ledger.refused(id);
    }

    void unwanted(Object who, String what) {
        history.write("unwanted", who, what);
        unwanted.add(clock.instant() + " " + who + ": " + what);
    }

    void delivered(DeviceId device, ServerFrame.Message message) {
        history.write("message", device, message.conversation(), message.id(), message.seq(), message.position());
        freshness.arrived(message.conversation(), device, message.id(), System.nanoTime());
        ledger.delivered(device, message, clock.instant());
    }

    void reading(UserId user, ConversationId conversation, long seq) {
        ledger.reading(user, conversation, seq);
    }

    void marked(DeviceId device, ServerFrame.Receipt receipt) {
        history.write(
                "receipt",
                device,
                receipt.conversation(),
                receipt.user(),
                "delivered=" + receipt.delivered(),
                "read=" + receipt.read());
        ledger.marked(device, receipt);
    }
}
