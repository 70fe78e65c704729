package chat.natter.presence;

import chat.natter.contract.Topic;
import chat.natter.contract.Ulid;
import chat.natter.contract.record.Heartbeat;
import chat.natter.contract.record.SessionClosed;
import chat.natter.contract.record.SessionOpened;
import chat.natter.contract.record.SessionRecord;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Writes what a gateway writes: heartbeats by itself, sessions as told. */
final class FakeGateway implements AutoCloseable {
    private static final int INTERVAL_MILLIS = 300;
    private static final Random RANDOM = new Random();

    /** A session with its owner. */
    record Session(String user, String session, String device) {}

    private final Producer<String, byte[]> producer;
    private final String id;
    private final long epoch;
    private final ScheduledExecutorService pulse = Executors.newSingleThreadScheduledExecutor();
    private final Future<?> beating;

    FakeGateway(Producer<String, byte[]> producer, String id, long epoch) {
        this.producer = producer;
        this.id = id;
        this.epoch = epoch;
        this.beating = pulse.scheduleAtFixedRate(this::beat, 0, INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
    }

    Session open() {
        Session session = new Session(ulid(), ulid(), ulid());
        write(session, base(session).setOpened(SessionOpened.getDefaultInstance()));
        return session;
    }

    void close(Session session) {
        write(session, base(session).setClosed(SessionClosed.newBuilder().setReason(SessionClosed.Reason.SOCKET)));
    }

    /** Falls silent, as by a kill. */
    void die() {
        beating.cancel(false);
        pulse.shutdown();
    }

    /** Leaves nothing behind for other tests. */
    @Override
    public void close() {
        die();
        send(producer, new ProducerRecord<>(Topic.GATEWAYS.topicName(), id, null));
    }

    /** Waits, so that a failure is the test's and what comes next comes after. */
    static void send(Producer<String, byte[]> producer, ProducerRecord<String, byte[]> out) {
        try {
            producer.send(out).get();
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException("not written", failed);
        }
    }

    static String ulid() {
        return Ulid.next(Instant.now(), RANDOM);
    }

    private void beat() {
        Heartbeat heartbeat = Heartbeat.newBuilder()
                .setGateway(id)
                .setEpoch(epoch)
                .setAt(System.currentTimeMillis())
                .setIntervalMillis(INTERVAL_MILLIS)
                .build();
        send(producer, new ProducerRecord<>(Topic.GATEWAYS.topicName(), id, heartbeat.toByteArray()));
    }

    private void write(Session session, SessionRecord.Builder found) {
        send(
                producer,
                new ProducerRecord<>(
                        Topic.SESSIONS.topicName(),
                        session.user(),
                        found.build().toByteArray()));
    }

    private SessionRecord.Builder base(Session session) {
        return SessionRecord.newBuilder()
                .setSession(session.session())
                .setDevice(session.device())
                .setGateway(id)
                .setGatewayEpoch(epoch);
    }
}
