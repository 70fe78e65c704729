package chat.natter.gateway.session;

import chat.natter.contract.ConversationId;
import chat.natter.contract.MessageId;
import chat.natter.contract.Problem;
import chat.natter.contract.frame.ClientFrame;
import chat.natter.contract.frame.ServerFrame;
import chat.natter.contract.record.NewsDelivery;
import chat.natter.contract.record.PageDelivery;
import com.google.protobuf.ByteString;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The topics that one session listens to. History says whether its user may read a topic, and how far that is; from
 * then on the session is told of what is new: seldom, and only the last number.
 *
 * <p>Whoever is told pulls, so those who are told at the same time are asked to let a random part of the {@code spread}
 * pass before, and are told nothing more meanwhile: however much is published, a topic's readers on one gateway pull at
 * most about {@value #PULLS_PER_SECOND} times a second.
 */
final class FollowTopics {
    /** Topics that one session may listen to. */
    static final int AT_MOST = 200;
    /** Between two news of one topic. */
    static final long NEWS_EVERY_MILLIS = 1_000;

    static final int PULLS_PER_SECOND = 1_000;
    static final int LONGEST_SPREAD_MILLIS = 60_000;

    private static final int PER_SECOND = 20;
    private static final int BURST = AT_MOST + 50;
    /** A part of the log that is not there yet: the answer says who may read and how far the log is, and no more. */
    private static final long BEYOND = (1L << 53) - 1;

    private final ClientSession client;
    private final SessionContext context;
    private final AskHistory askHistory;
    private final SessionRegistry registry;
    private final SendAllowance allowance = new SendAllowance(PER_SECOND, BURST);
    private final Map<ConversationId, Listened> listened = new HashMap<>();
    /** Whether there is something to tell later. */
    private boolean owes;

    /** How far a topic is, what of that was told, and when. */
    private static final class Listened {
        private long known;
        private long told;
        private long toldAt;
    }

    FollowTopics(ClientSession client, SessionContext context, AskHistory askHistory, SessionRegistry registry) {
        this.client = client;
        this.context = context;
        this.askHistory = askHistory;
        this.registry = registry;
    }

    boolean listen(ClientFrame.Listen listen, OpenSession session) {
        ConversationId topic = listen.conversation();
        String re = listen.id().toString();
        if (askHistory.isWaitingFor(listen.id())) {
            return true;
        }
        Listened before = listened.get(topic);
        if (before != null) {
            tell(listen.id(), topic, before);
            return true;
        }
        if (listened.size() + askHistory.size() >= AT_MOST) {
            client.refuse(Problem.TOO_LARGE, re, "at most " + AT_MOST + " topics are listened to at once", null);
            return false;
        }
        int wait = allowance.millisToWait();
        if (wait > 0) {
            client.refuseTooMany(re, wait, allowance);
            return false;
        }
        return askHistory.ask(listen.id(), topic, BEYOND, BEYOND, session);
    }

    void unlisten(ConversationId topic) {
        if (listened.remove(topic) != null) {
            registry.unlistens(topic, client);
        }
    }

    /** How far a topic is that this session listens to; 0 if it does not. */
    long known(ConversationId conversation) {
        Listened here = listened.get(conversation);
        return here == null ? 0 : here.known;
    }

    /** Whether that answers a question of ours: the user may read the topic. */
    boolean answered(PageDelivery page) {
        ConversationId topic = askHistory.answered(page.getRe());
        if (topic == null) {
            return false;
        }
        Listened here = listened.get(topic);
        if (here == null) {
            here = new Listened();
            here.known = registry.listens(topic, client);
            listened.put(topic, here);
        }
        here.known = Math.max(here.known, page.getHead());
        tell(MessageId.of(page.getRe().toByteArray()), topic, here);
        return true;
    }

    /** The user may not, or it cannot be told now. */
    void refused(ByteString re) {
        askHistory.answered(re);
    }

    /** A topic that this session listens to has come further. */
    void deliver(NewsDelivery news) {
        ConversationId topic = new ConversationId(news.getConversation());
        Listened here = listened.get(topic);
        if (here != null) {
            here.known = Math.max(here.known, news.getSeq());
            tellIfDue(topic, here);
        }
    }

    /** Looks at the time. */
    void tick() {
        askHistory.tick();
        if (owes) {
            owes = false;
            listened.forEach(this::tellIfDue);
        }
    }

    /** The session is over. */
    void ended() {
        listened.keySet().forEach(topic -> registry.unlistens(topic, client));
        listened.clear();
    }

    private void tellIfDue(ConversationId topic, Listened here) {
        if (here.known <= here.told) {
            return;
        }
        long pause = Math.max(NEWS_EVERY_MILLIS, spread(topic));
        if (context.now() - here.toldAt < pause || client.isBehind()) {
            owes = true;
        } else {
            tell(null, topic, here);
        }
    }

    private void tell(@Nullable MessageId re, ConversationId topic, Listened here) {
        here.told = here.known;
        here.toldAt = context.now();
        client.write(new ServerFrame.News(re, topic, here.known, spread(topic)));
    }

    private int spread(ConversationId topic) {
        long millis = registry.listeners(topic) * 1_000L / PULLS_PER_SECOND;
        return (int) Math.min(LONGEST_SPREAD_MILLIS, millis);
    }
}
