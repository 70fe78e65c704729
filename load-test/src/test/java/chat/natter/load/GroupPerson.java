package chat.natter.load;

import static org.awaitility.Awaitility.await;

import chat.natter.client.connection.ChatClient;
import chat.natter.client.connection.ChatConnection;
import chat.natter.client.connection.ChatListener;
import chat.natter.client.connection.ConnectionSettings;
import chat.natter.contract.ConversationId;
import chat.natter.contract.MessageId;
import chat.natter.contract.UserId;
import chat.natter.contract.frame.Action;
import chat.natter.contract.frame.ClientFrame;
import chat.natter.contract.frame.Content;
import chat.natter.contract.frame.GroupAction;
import chat.natter.contract.frame.LogEntry;
import chat.natter.contract.frame.Mentions;
import chat.natter.contract.frame.Recipient;
import chat.natter.contract.frame.ServerFrame;
import chat.natter.contract.frame.Target;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Somebody in a group: asks, waits for the answer, and keeps what arrives. */
final class GroupPerson implements AutoCloseable {
    private static final Duration ANSWERED = Duration.ofSeconds(20);

    private final ChatClient client = ChatClient.start(1);
    private final ChatConnection connection;
    private final Person person;
    private final List<ServerFrame.Message> received = new CopyOnWriteArrayList<>();
    private final Map<MessageId, ServerFrame.Sent> sent = new ConcurrentHashMap<>();
    private final List<ServerFrame.Personal> personal = new CopyOnWriteArrayList<>();
    private final Map<MessageId, ServerFrame.Page> pages = new ConcurrentHashMap<>();
    private final Map<MessageId, String> refused = new ConcurrentHashMap<>();
    private final Map<MessageId, ServerFrame.Spread> spreads = new ConcurrentHashMap<>();
    private final List<ServerFrame.Missed> missed = new CopyOnWriteArrayList<>();
    private final AtomicLong position = new AtomicLong();
    private final List<ServerFrame.Page> read = new CopyOnWriteArrayList<>();
    private final List<ServerFrame.News> news = new CopyOnWriteArrayList<>();
    private final Map<ConversationId, String> notRead = new ConcurrentHashMap<>();
    private final AtomicBoolean synced = new AtomicBoolean();

    GroupPerson(Person person, URI edge) {
        this.person = person;
        this.connection =
                client.open(ConnectionSettings.to(edge), () -> person.session().accessToken(), new Listener());
        await("synced").atMost(ANSWERED).untilTrue(synced);
    }

    Person person() {
        return person;
    }

    /** What arrived of that conversation, by seq. */
    List<Long> seqs(ConversationId conversation) {
        return messages(conversation).stream().map(ServerFrame.Message::seq).toList();
    }

    List<ServerFrame.Message> messages(ConversationId conversation) {
        return received.stream()
                .filter(message -> message.conversation().equals(conversation))
                .toList();
    }

    /** What this person's device was told of what the person has set. */
    List<ServerFrame.Personal> personal() {
        return personal;
    }

    ServerFrame.Missed onlyMissed() {
        if (missed.size() != 1) {
            throw new AssertionError("missed: " + missed);
        }
        return missed.get(0);
    }

    /** That this device has all that has arrived until now. */
    void acknowledge() {
        connection.ack(position.get());
    }

    ConversationId create(String title, GroupPerson... members) {
        GroupAction.Profile profile = new GroupAction.Profile(title, null, null);
        MessageId id = ask(
                null,
                new GroupAction.Create(
                        profile,
                        List.of(members).stream()
                                .map(member -> member.person.id())
                                .toList(),
                        GroupAction.Settings.NONE));
        return answer(id).conversation();
    }

    /** Whatever this person reads of a topic comes as pages. */
    ConversationId createTopic(String title, boolean isPublic, GroupPerson... publishers) {
        GroupAction.Settings settings = new GroupAction.Settings(null, null, null, null, null, null, isPublic);
        MessageId id = ask(
                null,
                new GroupAction.Create(
                        new GroupAction.Profile(title, null, null),
                        List.of(publishers).stream()
                                .map(publisher -> publisher.person.id())
                                .toList(),
                        settings,
                        true));
        return answer(id).conversation();
    }

    /** Listens, and pulls what is new; waits until it is answered, and returns how far the topic was or a code. */
    String readTopic(ConversationId topic, long after) {
        connection.readTopic(topic, after);
        await("the answer").atMost(ANSWERED).until(() -> news(topic).size() > 0 || notRead.containsKey(topic));
        return notRead.containsKey(topic)
                ? String.valueOf(notRead.remove(topic))
                : Long.toString(news(topic).get(0).seq());
    }

    List<ServerFrame.News> news(ConversationId topic) {
        return news.stream().filter(one -> one.conversation().equals(topic)).toList();
    }

    /** What was read of a topic, in the order in which it came. */
    List<LogEntry> read(ConversationId topic) {
        return read.stream()
                .filter(page -> page.conversation().equals(topic))
                .flatMap(page -> page.messages().stream())
                .toList();
    }

    /** The seq that the change took. */
    long change(ConversationId group, GroupAction action) {
        return answer(ask(group, action)).seq();
    }

    /** What an action on this message has to name. */
    Target say(ConversationId group, String text) {
        return say(group, Scene.text(text));
    }

    /** What an action on this message has to name. */
    Target say(ConversationId group, Content content) {
        MessageId id = send(group, content, Action.MESSAGE, null);
        return new Target(answer(id).seq(), person.device(), id);
    }

    /** Passed on so often and mentioning these; the seq that it took. */
    long say(ConversationId group, String text, int forwarded, Mentions mentions) {
        MessageId id = connection.newId();
        connection.send(new ClientFrame.Send(
                id,
                new Recipient.ToConversation(group),
                Scene.text(text),
                null,
                null,
                Action.MESSAGE,
                null,
                forwarded,
                mentions));
        return answer(id).seq();
    }

    /** Says it to each of them, under that id; what became of it. */
    ServerFrame.Spread spread(MessageId id, String text, GroupPerson... to) {
        List<UserId> users = List.of(to).stream().map(one -> one.person.id()).toList();
        spreads.remove(id);
        connection.send(new ClientFrame.Send(id, new Recipient.ToUsers(users), Scene.text(text), null, null));
        await("the answer").atMost(ANSWERED).until(() -> spreads.containsKey(id) || refused.containsKey(id));
        ServerFrame.Spread spread = spreads.get(id);
        if (spread == null) {
            throw new AssertionError("refused: " + refused.get(id));
        }
        return spread;
    }

    long act(ConversationId group, Action action, Target target, String text) {
        return answer(send(group, Scene.text(text), action, target)).seq();
    }

    /** The code with which it is refused. */
    String isRefusedToSay(ConversationId group, String text) {
        return refusal(send(group, Scene.text(text), Action.MESSAGE, null));
    }

    String isRefused(ConversationId group, GroupAction action) {
        return refusal(ask(group, action));
    }

    void read(ConversationId conversation, long seq) {
        connection.read(conversation, seq);
    }

    /** The answer to one pull. */
    ServerFrame.Page pull(ConversationId conversation, long from, long to) {
        MessageId id = connection.pull(conversation, from, to);
        await("the page").atMost(ANSWERED).until(() -> pages.containsKey(id) || refused.containsKey(id));
        ServerFrame.Page page = pages.get(id);
        if (page == null) {
            throw new AssertionError("refused: " + refused.get(id));
        }
        return page;
    }

    /** The code with which a pull is refused. */
    String isRefusedToPull(ConversationId conversation, long from, long to) {
        return refusal(connection.pull(conversation, from, to));
    }

    private MessageId ask(@Nullable ConversationId group, GroupAction action) {
        MessageId id = connection.newId();
        connection.send(new ClientFrame.Group(id, group, action));
        return id;
    }

    private MessageId send(ConversationId group, Content content, Action action, @Nullable Target target) {
        MessageId id = connection.newId();
        connection.send(
                new ClientFrame.Send(id, new Recipient.ToConversation(group), content, null, null, action, target));
        return id;
    }

    private ServerFrame.Sent answer(MessageId id) {
        await("the answer").atMost(ANSWERED).until(() -> sent.containsKey(id) || refused.containsKey(id));
        ServerFrame.Sent answer = sent.get(id);
        if (answer == null) {
            throw new AssertionError("refused: " + refused.get(id));
        }
        return answer;
    }

    private String refusal(MessageId id) {
        await("the answer")
                .atMost(ANSWERED)
                .until(() -> sent.containsKey(id) || pages.containsKey(id) || refused.containsKey(id));
        return refused.getOrDefault(id, "accepted");
    }

    @Override
    public void close() {
        connection.close();
        client.close();
    }

    private final class Listener implements ChatListener {
        @Override
        public void onSynced(ServerFrame.Synced frame) {
            synced.set(true);
        }

        @Override
        public void onMessage(ServerFrame.Message message) {
            received.add(message);
            position.accumulateAndGet(message.position(), Math::max);
        }

        @Override
        public void onSpread(ClientFrame.Send send, ServerFrame.Spread spread) {
            spreads.put(spread.re(), spread);
        }

        @Override
        public void onMissed(ServerFrame.Missed dropped) {
            missed.add(dropped);
            position.accumulateAndGet(dropped.position(), Math::max);
        }

        @Override
        public void onSent(ClientFrame.Send send, ServerFrame.Sent answer) {
            sent.put(send.id(), answer);
        }

        @Override
        public void onSent(ClientFrame.Group group, ServerFrame.Sent answer) {
            sent.put(group.id(), answer);
        }

        @Override
        public void onPersonal(ServerFrame.Personal set) {
            personal.add(set);
        }

        @Override
        public void onNews(ServerFrame.News told) {
            news.add(told);
        }

        @Override
        public void onRefused(ClientFrame.Listen listen, ServerFrame.Failure failure) {
            notRead.put(listen.conversation(), failure.code());
        }

        @Override
        public void onPage(ServerFrame.Page page) {
            pages.put(page.re(), page);
            read.add(page);
        }

        @Override
        public void onRefused(ClientFrame.Pull pull, ServerFrame.Failure failure) {
            refused.put(pull.id(), failure.code());
        }

        @Override
        public void onRefused(ClientFrame.Send send, ServerFrame.Failure failure) {
            refused.put(send.id(), failure.code());
        }

        @Override
        public void onRefused(ClientFrame.Group group, ServerFrame.Failure failure) {
            refused.put(group.id(), failure.code());
        }
    }
}
