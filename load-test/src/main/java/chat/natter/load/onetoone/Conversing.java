package chat.natter.load.onetoone;

import chat.natter.client.connection.ChatClient;
import chat.natter.client.connection.ChatConnection;
import chat.natter.client.connection.ConnectionSettings;
import chat.natter.contract.ConversationId;
import chat.natter.contract.DeviceId;
import chat.natter.contract.MessageId;
import chat.natter.contract.frame.ClientFrame;
import chat.natter.contract.frame.Content;
import chat.natter.contract.frame.Recipient;
import chat.natter.contract.frame.ServerFrame;
import chat.natter.load.ledger.DeliveryLedger;
import chat.natter.load.ledger.RecordingListener;
import chat.natter.load.scenario.Wording;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;

/** One pair at work: everything that is asked, answered and delivered goes to the ledger and is timed. */
final class Conversing implements AutoCloseable {
    private final Map<MessageId, Long> dueNanos = new ConcurrentHashMap<>();
    private final DeliveryLedger ledger;
    private final Measurements measurements;
    private final ConversationId conversation;
    private final Recipient recipient;
    private final DeviceId device;
    private final int bodyBytes;
    private final boolean closedLoop;
    private final ChatConnection sender;
    private final ChatConnection receiver;
    private final AtomicBoolean senderReady = new AtomicBoolean();
    private final AtomicBoolean receiverReady = new AtomicBoolean();
    private volatile boolean stopped;

    Conversing(ChatClient client, Pair pair, OneToOnePlan plan, Measurements measurements, DeliveryLedger ledger) {
        this.ledger = ledger;
        this.measurements = measurements;
        this.conversation =
                ConversationId.direct(pair.sender().userId(), pair.receiver().userId());
        this.recipient = new Recipient.ToUser(pair.receiver().userId());
        this.device = pair.sender().deviceId();
        this.bodyBytes = plan.bodyBytes();
        this.closedLoop = plan.rate() == 0;
        ledger.member(conversation, pair.sender().deviceId());
        ledger.member(conversation, pair.receiver().deviceId());
        this.sender =
                client.open(ConnectionSettings.to(pair.forSender()), pair.sender()::accessToken, new SenderSide());
        this.receiver = client.open(
                ConnectionSettings.to(pair.forReceiver()),
                pair.receiver()::accessToken,
                new ReceiverSide(pair.receiver().deviceId()));
    }

    boolean isReady() {
        return senderReady.get() && receiverReady.get();
    }

    /** Sends one message that was due at that moment. */
    void send(long due) {
        MessageId id = sender.newId();
        Content content = Wording.text(ThreadLocalRandom.current(), bodyBytes);
        dueNanos.put(id, due);
        ledger.sending(device, conversation, id, content);
        sender.send(new ClientFrame.Send(id, recipient, content, null, null));
    }

    void stop() {
        stopped = true;
    }

    @Override
    public void close() {
        sender.close();
        receiver.close();
    }

    private final class SenderSide extends RecordingListener {
        SenderSide() {
            super(device, ledger);
        }

        @Override
        public void onSynced(ServerFrame.Synced synced) {
            senderReady.set(true);
        }

        @Override
        public void onSent(ClientFrame.Send send, ServerFrame.Sent sent) {
            super.onSent(send, sent);
            Long due = dueNanos.get(send.id());
            if (due != null) {
                measurements.sent.since(due);
            }
            if (closedLoop && !stopped) {
                Conversing.this.send(System.nanoTime());
            }
        }
    }

    private final class ReceiverSide extends RecordingListener {
        ReceiverSide(DeviceId receiving) {
            super(receiving, ledger);
        }

        @Override
        public void onSynced(ServerFrame.Synced synced) {
            receiverReady.set(true);
        }

        @Override
        public void onMessage(ServerFrame.Message message) {
            super.onMessage(message);
            Long due = dueNanos.get(message.id());
            if (due != null) {
                measurements.delivered.since(due);
            }
        }
    }
}
