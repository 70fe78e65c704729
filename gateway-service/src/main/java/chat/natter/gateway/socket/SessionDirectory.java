package chat.natter.gateway.socket;

import chat.natter.contract.InvalidId;
import chat.natter.contract.UserId;
import chat.natter.contract.record.Delivery;
import chat.natter.contract.record.SessionClosed;
import chat.natter.contract.record.SessionRecord;
import chat.natter.gateway.kafka.DeliveryTarget;
import chat.natter.gateway.kafka.GatewayIdentity;
import chat.natter.gateway.kafka.PublishRecords;
import com.google.protobuf.InvalidProtocolBufferException;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
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
        meters.gauge("natter.gateway.sockets", sockets);
        meters.gaugeMapSize("natter.gateway.sessions", List.of(), loops);
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

    @Override
    public void deliver(ConsumerRecords<String, byte[]> records) {
        Map<EventLoop, List<byte[]>> batches = new HashMap<>();
        for (ConsumerRecord<String, byte[]> record : records) {
            if (record.key() == null || record.value() == null) {
                LOG.warn("a delivery without key or value was dropped");
                continue;
            }
            EventLoop loop = loops.get(record.key());
            if (loop != null) {
                batches.computeIfAbsent(loop, ignored -> new ArrayList<>()).add(record.value());
            } else if (told.add(record.key())) {
                tellThatItIsGone(record.value());
            }
        }
        batches.forEach(EventLoop::deliver);
    }

    private void tellThatItIsGone(byte[] bytes) {
        try {
            Delivery delivery = Delivery.parseFrom(bytes);
            SessionRecord closed = SessionRecord.newBuilder()
                    .setSession(delivery.getSession())
                    .setDevice(delivery.getDevice())
                    .setGateway(identity.id().value())
                    .setGatewayEpoch(identity.epoch())
                    .setClosed(SessionClosed.newBuilder().setReason(SessionClosed.Reason.UNKNOWN_TO_GATEWAY))
                    .build();
            publish.session(new UserId(delivery.getUser()), closed, clock.millis());
        } catch (InvalidProtocolBufferException | InvalidId e) {
            LOG.warn("an unreadable delivery was dropped");
        }
    }
}
