package chat.natter.gateway.socket;

import chat.natter.contract.DeliveryHeaders;
import chat.natter.contract.InvalidId;
import chat.natter.contract.UserId;
import chat.natter.contract.record.Delivery;
import chat.natter.contract.record.Recipient;
import chat.natter.contract.record.SessionClosed;
import chat.natter.contract.record.SessionRecord;
import chat.natter.contract.record.WatchRecord;
import chat.natter.contract.record.WatchedByNobody;
import chat.natter.gateway.kafka.DeliveryTarget;
import chat.natter.gateway.kafka.GatewayIdentity;
import chat.natter.gateway.kafka.PublishRecords;
import com.google.protobuf.InvalidProtocolBufferException;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jboss.logging.Logger;

/**
 * Which event loop has which session. A delivery for a session that no loop has means that message-service believes in
 * a socket that is gone (this gateway was killed and came back): it is told so, once per session.
 */
@Singleton
public class SessionDirectory implements DeliveryTarget {
    private static final Logger LOG = Logger.getLogger(SessionDirectory.class);
    private static final int REMEMBERED = 10_000;

    private final Map<String, EventLoop> loops = new ConcurrentHashMap<>();
    private final LoopsBySubject watchers = new LoopsBySubject();
    private final LoopsBySubject viewers = new LoopsBySubject();
    private final ListenedTopics topics;

    private final AtomicInteger sockets = new AtomicInteger();
    private final PublishRecords publish;
    private final GatewayIdentity identity;
    private final Clock clock;
    // Sessions that message-service was already told are gone; the oldest are forgotten.
    private final Set<String> told =
            Collections.synchronizedSet(Collections.newSetFromMap(new LinkedHashMap<String, Boolean>() {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
                    return size() > REMEMBERED;
                }
            }));

    SessionDirectory(PublishRecords publish, GatewayIdentity identity, Clock clock, MeterRegistry meters) {
        this.publish = publish;
        this.identity = identity;
        this.clock = clock;
        this.topics = new ListenedTopics(publish, identity, clock);
        meters.gauge("natter.gateway.sockets", sockets);
        meters.gaugeMapSize("natter.gateway.sessions", List.of(), loops);
        meters.gauge("natter.gateway.watched.users", watchers, LoopsBySubject::size);
        meters.gauge("natter.gateway.open.conversations", viewers, LoopsBySubject::size);
        meters.gauge("natter.gateway.listened.topics", topics, ListenedTopics::size);
    }

    void opened(String session, EventLoop loop) {
        loops.put(session, loop);
    }

    void closed(String session) {
        loops.remove(session);
        told.add(session);
    }

    void socketOpened() {
        sockets.incrementAndGet();
    }

    void socketClosed() {
        sockets.decrementAndGet();
    }

    /** Sockets that are open now. */
    public int sockets() {
        return sockets.get();
    }

    /** On which loops somebody watches a user. */
    LoopsBySubject watchers() {
        return watchers;
    }

    /** On which loops somebody has a conversation open. */
    LoopsBySubject viewers() {
        return viewers;
    }

    /** Which topics are listened to. */
    ListenedTopics topics() {
        return topics;
    }

    @Override
    public void deliver(ConsumerRecords<String, byte[]> records) {
        Map<EventLoop, List<Handed>> batches = new HashMap<>();
        for (ConsumerRecord<String, byte[]> record : records) {
            if (record.key() == null || record.value() == null) {
                LOG.warn("a delivery without key or value was dropped");
                continue;
            }
            if (record.headers().lastHeader(DeliveryHeaders.OTHERS) != null) {
                shared(record)
                        .forEach((loop, shared) -> batches.computeIfAbsent(loop, first -> new ArrayList<>())
                                .add(shared));
                continue;
            }
            EventLoop loop = loops.get(record.key());
            Collection<EventLoop> takers = loop == null ? takersOf(record.value()) : List.of(loop);
            takers.forEach(taker ->
                    batches.computeIfAbsent(taker, first -> new ArrayList<>()).add(new Handed.Alone(record)));
        }
        batches.forEach(EventLoop::deliver);
    }

    /** What each loop gets of a delivery for several sessions, in their order. */
    private Map<EventLoop, Handed> shared(ConsumerRecord<String, byte[]> record) {
        try {
            Delivery delivery = Delivery.parseFrom(record.value());
            Map<EventLoop, List<String>> sessions = new HashMap<>();
            addTo(sessions, delivery.getSession(), delivery.getDevice(), delivery.getUser());
            for (Recipient other : delivery.getOthersList()) {
                addTo(sessions, other.getSession(), other.getDevice(), other.getUser());
            }
            Map<EventLoop, Handed> shared = new HashMap<>();
            sessions.forEach((loop, its) -> shared.put(loop, new Handed.Shared(record.headers(), delivery, its)));
            return shared;
        } catch (InvalidProtocolBufferException | InvalidId e) {
            LOG.warn("an unreadable delivery was dropped");
            return Map.of();
        }
    }

    private void addTo(Map<EventLoop, List<String>> sessions, String session, String device, String user) {
        EventLoop loop = loops.get(session);
        if (loop == null) {
            tellThatItIsGone(session, device, user);
        } else {
            sessions.computeIfAbsent(loop, first -> new ArrayList<>()).add(session);
        }
    }

    /** Of a record whose key is no session of ours. */
    private Collection<EventLoop> takersOf(byte[] bytes) {
        try {
            Delivery delivery = Delivery.parseFrom(bytes);
            return switch (delivery.getBodyCase()) {
                case PRESENCE -> takersOf(delivery);
                case TYPING -> viewers.of(delivery.getTyping().getConversation());
                case NEWS ->
                    topics.heard(
                            delivery.getNews().getConversation(),
                            delivery.getNews().getSeq());
                case VIEWING -> loopOf(delivery.getSession());
                // Whoever wants it closed knows that it is gone; who asked for a page may have left.
                case CLOSE, PAGE -> List.of();
                case MESSAGE, RECEIPT, MISSED, SYNCED, SENT, REFUSED, SECURITY, PERSONAL, BODY_NOT_SET -> {
                    tellThatItIsGone(delivery.getSession(), delivery.getDevice(), delivery.getUser());
                    yield List.of();
                }
            };
        } catch (InvalidProtocolBufferException | InvalidId e) {
            LOG.warn("an unreadable delivery was dropped");
            return List.of();
        }
    }

    private Collection<EventLoop> takersOf(Delivery delivery) {
        if (!delivery.getSession().isEmpty()) {
            return loopOf(delivery.getSession());
        }
        String user = delivery.getPresence().getUser();
        // Read before looking: whoever begins to watch after it, even in this very millisecond, is to be told.
        long before = clock.millis() - 1;
        Set<EventLoop> watching = watchers.of(user);
        if (watching.isEmpty()) {
            tellThatNobodyWatches(new UserId(user), before);
        }
        return watching;
    }

    private Collection<EventLoop> loopOf(String session) {
        EventLoop loop = loops.get(session);
        return loop == null ? List.of() : List.of(loop);
    }

    private void tellThatNobodyWatches(UserId user, long before) {
        WatchRecord nobody = WatchRecord.newBuilder()
                .setGateway(identity.id().value())
                .setGatewayEpoch(identity.epoch())
                .setNobody(WatchedByNobody.newBuilder().setAt(before))
                .build();
        publish.watch(user, nobody, before);
    }

    private void tellThatItIsGone(String session, String device, String user) {
        if (told.add(session)) {
            SessionRecord closed = SessionRecord.newBuilder()
                    .setSession(session)
                    .setDevice(device)
                    .setGateway(identity.id().value())
                    .setGatewayEpoch(identity.epoch())
                    .setClosed(SessionClosed.newBuilder().setReason(SessionClosed.Reason.UNKNOWN_TO_GATEWAY))
                    .build();
            publish.session(new UserId(user), closed, clock.millis());
        }
    }
}
