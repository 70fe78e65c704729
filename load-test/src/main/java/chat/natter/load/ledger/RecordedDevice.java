package chat.natter.load.ledger;

import chat.natter.client.connection.ChatClient;
import chat.natter.client.connection.ChatConnection;
import chat.natter.client.connection.ConnectionSettings;
import chat.natter.client.rest.Session;
import chat.natter.contract.CloseCode;
import chat.natter.contract.ConversationId;
import chat.natter.contract.MessageId;
import chat.natter.contract.UserId;
import chat.natter.contract.frame.ClientFrame;
import chat.natter.contract.frame.Content;
import chat.natter.contract.frame.Recipient;
import chat.natter.contract.frame.ServerFrame;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A connected device of which a {@link DeliveryLedger} knows everything. */
public final class RecordedDevice implements AutoCloseable {
    private final Session session;
    private final DeliveryLedger ledger;
    private final Clock clock;
    private final ChatConnection connection;
    private final AtomicInteger welcomes = new AtomicInteger();
    private final AtomicInteger synced = new AtomicInteger();
    private final List<ServerFrame.Failure> refusals = new CopyOnWriteArrayList<>();
    private final List<CloseCode> givenUp = new CopyOnWriteArrayList<>();

    private RecordedDevice(
            ChatClient client, ConnectionSettings settings, Session session, DeliveryLedger ledger, Clock clock) {
        this.session = session;
        this.ledger = ledger;
        this.clock = clock;
        this.connection = client.open(settings, session::accessToken, new Recorder());
    }

    public static RecordedDevice connect(
            ChatClient client, ConnectionSettings settings, Session session, DeliveryLedger ledger, Clock clock) {
        return new RecordedDevice(client, settings, session, ledger, clock);
    }

    public Session session() {
        return session;
    }

    public UserId user() {
        return session.userId();
    }

    /** How often it was welcomed: more than once after a reconnect. */
    public int welcomes() {
        return welcomes.get();
    }

    public boolean isSynced() {
        return synced.get() > 0;
    }

    public List<ServerFrame.Failure> refusals() {
        return refusals;
    }

    public List<CloseCode> givenUp() {
        return givenUp;
    }

    public ConversationId conversationWith(UserId peer) {
        return ConversationId.direct(session.userId(), peer);
    }

    public MessageId send(UserId to, Content content) {
        MessageId id = connection.newId();
        ledger.sending(session.deviceId(), conversationWith(to), id, content);
        connection.send(new ClientFrame.Send(id, new Recipient.ToUser(to), content, null, null));
        return id;
    }

    @Override
    public void close() {
        connection.close();
    }

    private final class Recorder extends RecordingListener {
        Recorder() {
            super(session.deviceId(), ledger, clock);
        }

        @Override
        public void onWelcome(ServerFrame.Welcome welcome) {
            welcomes.incrementAndGet();
        }

        @Override
        public void onSynced(ServerFrame.Synced frame) {
            synced.incrementAndGet();
        }

        @Override
        public void onRefused(ClientFrame.Send send, ServerFrame.Failure failure) {
            super.onRefused(send, failure);
            refusals.add(failure);
        }

        @Override
        public void onGivenUp(CloseCode why) {
            givenUp.add(why);
        }
    }
}
