package chat.natter.load.faults;

import chat.natter.client.connection.Backoff;
import chat.natter.client.connection.ChatClient;
import chat.natter.client.connection.ChatConnection;
import chat.natter.client.connection.ChatListener;
import chat.natter.client.connection.ConnectionSettings;
import chat.natter.client.rest.MessagePage;
import chat.natter.client.rest.NatterApi;
import chat.natter.client.rest.UserApi;
import chat.natter.client.rest.Window;
import chat.natter.contract.CloseCode;
import chat.natter.contract.ConversationId;
import chat.natter.contract.DeviceId;
import chat.natter.contract.MessageId;
import chat.natter.contract.UserId;
import chat.natter.contract.frame.ClientFrame;
import chat.natter.contract.frame.Content;
import chat.natter.contract.frame.GroupAction;
import chat.natter.contract.frame.Recipient;
import chat.natter.contract.frame.ServerFrame;
import chat.natter.load.ledger.DeliveryLedger;
import chat.natter.load.scenario.SignedIn;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Somebody with one device, whatever happens to the servers: says what it is told to, reads at once what it gets, and
 * has all of it written down.
 */
final class Talker {
    private static final int PAGE = 100;
    private static final Backoff QUICK = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(2));

    private final Records records;
    private final SignedIn signedIn;
    private final DeviceId device;
    private final UserId user;
    private final AtomicBoolean synced = new AtomicBoolean();
    private final ConnectionSettings settings;
    private final ChatClient client;
    private final UserApi api;
    private final Map<ConversationId, Long> read = new ConcurrentHashMap<>();
    private volatile @Nullable ChatConnection connection;
    /**
     * What has a position up to this was stored before the device left; it comes again if its acknowledgement was lost.
     */
    private volatile long stored;

    private volatile long highest;
    private int number;

    Talker(ChatClient client, NatterApi api, SignedIn signedIn, List<URI> edges, Records records) {
        this.client = client;
        this.api = api.as(signedIn::token);
        this.signedIn = signedIn;
        this.device = signedIn.session().deviceId();
        this.user = signedIn.session().userId();
        this.settings = ConnectionSettings.to(edges.toArray(URI[]::new)).with(QUICK);
        this.records = records;
    }

    UserId user() {
        return user;
    }

    DeviceId device() {
        return device;
    }

    boolean isSynced() {
        return synced.get();
    }

    /** Connects and stays so until {@link #leave}. */
    void come() {
        stored = highest;
        connection = client.open(settings, signedIn, new Listener());
    }

    /** Only for those to whom nothing is owed but what waits for them: an unanswered send would be forgotten. */
    void leave() {
        open().close();
    }

    void say(ConversationId conversation) {
        Recipient to = conversation.isGroup()
                ? new Recipient.ToConversation(conversation)
                : new Recipient.ToUser(conversation.peerOf(user));
        Content content = Content.ofJson("{\"kind\":\"text\",\"text\":\"" + device + " " + number++ + "\"}");
        MessageId id = open().newId();
        records.sending(device, conversation, id, content);
        open().send(new ClientFrame.Send(id, to, content, null, null));
    }

    /** The group exists once this is answered. */
    ConversationId found(List<Talker> others) {
        MessageId id = open().newId();
        ConversationId group = ConversationId.groupOf(id);
        records.creating(device, group, id);
        List<UserId> members = others.stream().map(Talker::user).toList();
        open().send(new ClientFrame.Group(
                id,
                null,
                new GroupAction.Create(
                        new GroupAction.Profile("Faults", null, null), members, GroupAction.Settings.NONE)));
        return group;
    }

    /** All that history has of the conversation. */
    List<DeliveryLedger.Archived> readArchive(ConversationId conversation) {
        List<DeliveryLedger.Archived> all = new ArrayList<>();
        Long after = 0L;
        while (after != null) {
            MessagePage page = api.messages(conversation, new Window.After(after, PAGE));
            page.messages().forEach(message -> all.add(new DeliveryLedger.Archived(message.seq(), message.id())));
            after = page.next();
        }
        return all;
    }

    private ChatConnection open() {
        ChatConnection now = connection;
        if (now == null) {
            throw new IllegalStateException("has not come yet");
        }
        return now;
    }

    private final class Listener implements ChatListener {
        private boolean isNew(long position) {
            highest = Math.max(highest, position);
            return position > stored;
        }

        @Override
        public void onWelcome(ServerFrame.Welcome welcome) {
            records.note("welcome", device, welcome.gatewayId());
            read.forEach(open()::read);
        }

        @Override
        public void onSynced(ServerFrame.Synced frame) {
            synced.set(true);
        }

        @Override
        public void onMessage(ServerFrame.Message message) {
            if (isNew(message.position())) {
                records.delivered(device, message);
                if (message.conversation().isDirect()) {
                    read.merge(message.conversation(), message.seq(), Math::max);
                    records.reading(user, message.conversation(), message.seq());
                    open().read(message.conversation(), message.seq());
                }
            }
        }

        @Override
        public void onReceipt(ServerFrame.Receipt receipt) {
            if (isNew(receipt.position())) {
                records.marked(device, receipt);
            }
        }

        @Override
        public void onSent(ClientFrame.Send send, ServerFrame.Sent sent) {
            records.answered(device, sent);
        }

        @Override
        public void onSent(ClientFrame.Group group, ServerFrame.Sent sent) {
            records.answered(device, sent);
        }

        @Override
        public void onRefused(ClientFrame.Send send, ServerFrame.Failure failure) {
            records.refused(device, send.id(), failure);
        }

        @Override
        public void onRefused(ClientFrame.Group group, ServerFrame.Failure failure) {
            records.refused(device, group.id(), failure);
        }

        @Override
        public void onPostponed(ClientFrame.Send send, ServerFrame.Failure failure) {
            records.postponed(device, send.id(), failure);
        }

        @Override
        public void onMissed(ServerFrame.Missed missed) {
            records.unwanted(device, "missed " + missed.conversation() + " " + missed.first() + "-" + missed.last());
        }

        @Override
        public void onError(ServerFrame.Failure failure) {
            records.unwanted(device, "error " + failure.code());
        }

        @Override
        public void onDisconnected(String cause, Duration comesBackIn) {
            records.note("disconnected", device, cause);
        }

        @Override
        public void onGivenUp(CloseCode why) {
            records.unwanted(device, "given up: " + why);
        }
    }
}
