package chat.natter.load.mixed;

import chat.natter.client.connection.ChatClient;
import chat.natter.client.connection.ChatConnection;
import chat.natter.client.connection.ConnectionSettings;
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
import chat.natter.load.ledger.RecordingListener;
import chat.natter.load.scenario.SignedIn;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Somebody with one device. Reads what friends write as soon as they look, and has everything written down that the
 * device is told. One thread says what is done; what is told comes on the connection's.
 */
final class Resident {
    /** One device may have so many open. */
    private static final int MOST_OPEN = 8;

    private final ChatClient client;
    private final ConnectionSettings settings;
    private final SignedIn signedIn;
    private final UserId user;
    private final DeviceId device;
    private final DeliveryLedger ledger;
    private final MixedFigures figures;
    private final List<Resident> friends = new ArrayList<>();
    private final Map<ConversationId, Long> newest = new ConcurrentHashMap<>();
    private final Queue<String> unwanted = new ConcurrentLinkedQueue<>();
    private final AtomicInteger unanswered = new AtomicInteger();
    private volatile @Nullable ConversationId group;
    private volatile @Nullable ChatConnection connection;
    private volatile boolean looks;
    private volatile long thereSince = Long.MAX_VALUE;
    private volatile boolean there;
    /** Up to this position the device had stored everything when it left; it may come again. */
    private volatile long stored;

    private volatile long highest;
    private int busy;

    Resident(ChatClient client, SignedIn signedIn, List<URI> edges, DeliveryLedger ledger, MixedFigures figures) {
        this.client = client;
        this.settings = ConnectionSettings.to(edges.toArray(URI[]::new));
        this.signedIn = signedIn;
        this.user = signedIn.session().userId();
        this.device = signedIn.session().deviceId();
        this.ledger = ledger;
        this.figures = figures;
    }

    UserId user() {
        return user;
    }

    /** What must not happen to a device, and has. */
    Queue<String> unwanted() {
        return unwanted;
    }

    void befriend(List<Resident> others) {
        friends.addAll(others);
        others.forEach(other -> ledger.member(with(other), device));
    }

    List<Resident> friends() {
        return friends;
    }

    ConversationId with(Resident other) {
        return ConversationId.direct(user, other.user);
    }

    void joined(ConversationId joined) {
        group = joined;
        ledger.member(joined, device);
    }

    @Nullable
    ConversationId group() {
        return group;
    }

    /** Connects and looks. */
    void come() {
        stored = highest;
        looks = true;
        ChatConnection opened = client.open(settings, signedIn, new Listener());
        connection = opened;
        opened.watch(friends.stream().map(Resident::user).toList());
        opened.viewing(friends.stream().limit(MOST_OPEN).map(this::with).toList());
    }

    /** Only for those who are {@link #isIdle}: a send without an answer would be forgotten. */
    void leave() {
        there = false;
        thereSince = Long.MAX_VALUE;
        open().close();
    }

    boolean isThere() {
        return there;
    }

    /** Has nothing under way, and nothing that was begun and will be gone on with. */
    boolean isIdle() {
        return there && busy == 0 && unanswered.get() == 0;
    }

    /** Something is begun that will be gone on with. */
    void begin() {
        busy++;
    }

    void finish() {
        busy--;
    }

    void reconnect() {
        open().reconnect();
    }

    boolean looks() {
        return looks;
    }

    void look(boolean now) {
        looks = now;
        open().active(now);
        if (now) {
            readAll();
        }
    }

    void type(ConversationId conversation) {
        open().typing(conversation, true);
    }

    /** Sends what was due at that {@link System#nanoTime}. */
    void say(ConversationId conversation, Content content, long due) {
        Recipient to = conversation.isDirect()
                ? new Recipient.ToUser(conversation.peerOf(user))
                : new Recipient.ToConversation(conversation);
        MessageId id = open().newId();
        figures.due(id, due);
        unanswered.incrementAndGet();
        ledger.sending(device, conversation, id, content);
        open().send(new ClientFrame.Send(id, to, content, null, null));
    }

    /** The group exists once {@link #isIdle}. */
    ConversationId found(List<Resident> others) {
        MessageId id = open().newId();
        ConversationId founded = ConversationId.groupOf(id);
        unanswered.incrementAndGet();
        ledger.creating(device, founded, id);
        GroupAction.Profile profile = new GroupAction.Profile("A day", null, null);
        List<UserId> members = others.stream().map(Resident::user).toList();
        open().send(new ClientFrame.Group(
                id, null, new GroupAction.Create(profile, members, GroupAction.Settings.NONE)));
        return founded;
    }

    private ChatConnection open() {
        ChatConnection now = connection;
        if (now == null) {
            throw new IllegalStateException("has not come yet");
        }
        return now;
    }

    private void readAll() {
        newest.forEach(this::read);
    }

    private void read(ConversationId conversation, long seq) {
        ledger.reading(user, conversation, seq);
        open().read(conversation, seq);
    }

    private final class Listener extends RecordingListener {
        Listener() {
            super(device, ledger);
        }

        private boolean isNew(long position) {
            highest = Math.max(highest, position);
            return position > stored;
        }

        /** What was said to have been read may have been lost with the socket before. */
        @Override
        public void onWelcome(ServerFrame.Welcome welcome) {
            if (looks) {
                readAll();
            }
        }

        @Override
        public void onSynced(ServerFrame.Synced synced) {
            thereSince = System.nanoTime();
            there = true;
        }

        @Override
        public void onDisconnected(String cause, Duration comesBackIn) {
            thereSince = Long.MAX_VALUE;
        }

        @Override
        public void onMessage(ServerFrame.Message message) {
            if (!isNew(message.position())) {
                return;
            }
            super.onMessage(message);
            figures.delivered(message.conversation(), message.id(), thereSince);
            if (message.conversation().isDirect()) {
                newest.merge(message.conversation(), message.seq(), Math::max);
                if (looks) {
                    read(message.conversation(), message.seq());
                }
            }
        }

        @Override
        public void onReceipt(ServerFrame.Receipt receipt) {
            if (isNew(receipt.position())) {
                ledger.marked(device, receipt);
                figures.receipts.increment();
            }
        }

        @Override
        public void onTyping(ServerFrame.Typing typing) {
            figures.typing.increment();
        }

        @Override
        public void onPresence(ServerFrame.Presence presence) {
            figures.presences.increment();
        }

        @Override
        public void onSent(ClientFrame.Send send, ServerFrame.Sent sent) {
            super.onSent(send, sent);
            unanswered.decrementAndGet();
        }

        @Override
        public void onSent(ClientFrame.Group asked, ServerFrame.Sent sent) {
            super.onSent(asked, sent);
            unanswered.decrementAndGet();
        }

        @Override
        public void onRefused(ClientFrame.Send send, ServerFrame.Failure failure) {
            super.onRefused(send, failure);
            unanswered.decrementAndGet();
            unwanted.add("a message was refused: " + failure.code());
        }

        @Override
        public void onRefused(ClientFrame.Group asked, ServerFrame.Failure failure) {
            super.onRefused(asked, failure);
            unanswered.decrementAndGet();
            unwanted.add("a group was refused: " + failure.code());
        }

        @Override
        public void onMissed(ServerFrame.Missed missed) {
            unwanted.add("missed " + missed.first() + "-" + missed.last());
        }

        @Override
        public void onError(ServerFrame.Failure failure) {
            unwanted.add("error " + failure.code());
        }

        @Override
        public void onGivenUp(CloseCode why) {
            unwanted.add("given up: " + why);
        }
    }
}
