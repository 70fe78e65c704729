package chat.natter.gateway.socket;

import chat.natter.contract.CloseCode;
import chat.natter.contract.ConversationId;
import chat.natter.contract.InvalidId;
import chat.natter.contract.UserId;
import chat.natter.contract.record.Delivery;
import chat.natter.gateway.session.ClientSession;
import chat.natter.gateway.session.OneFrame;
import chat.natter.gateway.session.SessionRegistry;
import chat.natter.gateway.trace.FollowMessages;
import chat.natter.gateway.trace.Step;
import com.google.protobuf.InvalidProtocolBufferException;
import io.vertx.core.Context;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The sessions of one event loop; everything but {@link #deliver} is confined to it. */
final class EventLoop implements SessionRegistry {
    private static final Logger LOG = Logger.getLogger(EventLoop.class);
    private static final long TICK_MILLIS = 500;
    /** Some batches of the consumer. */
    private static final int MOST_DELIVERIES_WAITING = 10_000;

    private final Context context;
    private final SessionDirectory directory;
    private final Set<ClientSession> sockets = new HashSet<>();
    private final Map<String, ClientSession> sessions = new HashMap<>();
    private final SessionsBySubject watchers = new SessionsBySubject();
    private final SessionsBySubject viewers = new SessionsBySubject();
    private final SessionsBySubject listeners = new SessionsBySubject();
    private final Set<ClientSession> ackPending = new LinkedHashSet<>();
    private final Duration ackDelay;
    private final FollowMessages follow;
    private final HandOver handOver;
    private @Nullable AskToLeave leaving;

    EventLoop(Context context, SessionDirectory directory, Duration ackDelay, FollowMessages follow) {
        this.context = context;
        this.directory = directory;
        this.ackDelay = ackDelay;
        this.follow = follow;
        this.handOver = new HandOver(this::run, MOST_DELIVERIES_WAITING);
        context.owner().setPeriodic(TICK_MILLIS, ignored -> {
            List.copyOf(sockets).forEach(ClientSession::tick);
            directory.topics().sayAgain();
        });
    }

    void connected(ClientSession socket) {
        sockets.add(socket);
        directory.socketOpened();
    }

    void ended(ClientSession socket) {
        socket.ended();
        ackPending.remove(socket);
        if (sockets.remove(socket)) {
            directory.socketClosed();
        }
    }

    @Override
    public void opened(String session, ClientSession client) {
        sessions.put(session, client);
        directory.opened(session, this);
    }

    @Override
    public void closed(String session) {
        sessions.remove(session);
        directory.closed(session);
    }

    @Override
    public void watches(UserId user, ClientSession client) {
        if (watchers.add(user.value(), client)) {
            directory.watchers().add(user.value(), this);
        }
    }

    @Override
    public void unwatches(UserId user, ClientSession client) {
        if (watchers.remove(user.value(), client)) {
            directory.watchers().remove(user.value(), this);
        }
    }

    @Override
    public void views(ConversationId conversation, ClientSession client) {
        if (viewers.add(conversation.value(), client)) {
            directory.viewers().add(conversation.value(), this);
        }
    }

    @Override
    public void unviews(ConversationId conversation, ClientSession client) {
        if (viewers.remove(conversation.value(), client)) {
            directory.viewers().remove(conversation.value(), this);
        }
    }

    @Override
    public long listens(ConversationId topic, ClientSession client) {
        listeners.add(topic.value(), client);
        return directory.topics().add(topic.value(), this);
    }

    @Override
    public void unlistens(ConversationId topic, ClientSession client) {
        listeners.remove(topic.value(), client);
        directory.topics().remove(topic.value(), this);
    }

    @Override
    public int listeners(ConversationId topic) {
        return directory.topics().sessions(topic.value());
    }

    @Override
    public void ackPending(ClientSession client) {
        if (ackPending.isEmpty()) {
            context.owner().setTimer(ackDelay.toMillis(), ignored -> flushAcks());
        }
        ackPending.add(client);
    }

    /** Takes a batch from another thread over to this loop, in its order; blocks while the loop is far behind. */
    void deliver(List<Handed> deliveries) {
        int size = deliveries.stream().mapToInt(Handed::size).sum();
        handOver.hand(size, () -> deliveries.forEach(this::deliver));
    }

    /** Runs something on this loop. */
    void run(Runnable task) {
        context.runOnContext(ignored -> task.run());
    }

    /** Asks so many more to go elsewhere that the share of all that were there at first is reached. */
    void goAway(double share, int retryAfterMillis, int jitterMillis) {
        run(() -> {
            if (leaving == null) {
                leaving = new AskToLeave(sockets);
            }
            leaving.upTo(share).forEach(socket -> socket.goAway(retryAfterMillis, jitterMillis));
        });
    }

    void closeAll(CloseCode code) {
        run(() -> List.copyOf(sockets).forEach(socket -> socket.close(code)));
    }

    private void deliver(Handed handed) {
        if (handed instanceof Handed.Alone alone) {
            deliver(alone.record());
        } else if (handed instanceof Handed.Shared shared) {
            OneFrame frame = new OneFrame(shared.delivery());
            shared.sessions().forEach(session -> deliver(session, shared.headers(), frame));
        }
    }

    private void deliver(ConsumerRecord<String, byte[]> record) {
        try {
            Delivery delivery = Delivery.parseFrom(record.value());
            if (delivery.getSession().isEmpty()) {
                interested(delivery).forEach(session -> session.deliver(delivery));
                return;
            }
            deliver(delivery.getSession(), record.headers(), new OneFrame(delivery));
        } catch (InvalidProtocolBufferException | InvalidId e) {
            dropped();
        }
    }

    private void deliver(String id, Headers headers, OneFrame frame) {
        ClientSession session = sessions.get(id);
        if (session == null) {
            return;
        }
        Step step = follow.deliver(headers, frame.delivery());
        try {
            session.deliver(frame, step.traceId());
        } catch (InvalidId e) {
            dropped();
        } finally {
            step.done();
        }
    }

    /** One of them must not take the rest of its batch along, which belongs to other clients. */
    private static void dropped() {
        LOG.warn("an unreadable delivery was dropped");
    }

    private List<ClientSession> interested(Delivery delivery) {
        if (delivery.hasNews()) {
            return listeners.of(delivery.getNews().getConversation());
        }
        return delivery.hasTyping()
                ? viewers.of(delivery.getTyping().getConversation())
                : watchers.of(delivery.getPresence().getUser());
    }

    private void flushAcks() {
        List<ClientSession> flushing = new ArrayList<>(ackPending);
        ackPending.clear();
        flushing.forEach(ClientSession::flushAck);
    }
}
