package chat.natter.gateway.lifecycle;

import chat.natter.gateway.kafka.KafkaLink;
import chat.natter.gateway.socket.PublicPort;
import chat.natter.gateway.socket.SessionDirectory;
import jakarta.inject.Singleton;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Leaves without hurting anybody: no new sockets, {@code goaway} in batches so that the other gateways are not stormed,
 * 4503 for those who stay, and at last what is under way is stored. Happens once, whoever asks and however often.
 */
@Singleton
public class DrainGateway {
    private static final Logger LOG = Logger.getLogger(DrainGateway.class);
    private static final long BATCH_MILLIS = 200;
    private static final long LOOK_MILLIS = 50;
    private static final long CLOSE_WITHIN_MILLIS = 2_000;

    private final KafkaLink kafka;
    private final PublicPort port;
    private final SessionDirectory directory;
    private final DropSocketsWhenCutOff cutOff;
    private final DrainConfig config;
    private final AtomicBoolean begun = new AtomicBoolean();
    private final CountDownLatch done = new CountDownLatch(1);

    DrainGateway(
            KafkaLink kafka,
            PublicPort port,
            SessionDirectory directory,
            DropSocketsWhenCutOff cutOff,
            DrainConfig config) {
        this.kafka = kafka;
        this.port = port;
        this.directory = directory;
        this.cutOff = cutOff;
        this.config = config;
    }

    /** Whether this gateway leaves. */
    public boolean hasBegun() {
        return begun.get();
    }

    /** Sockets that are still here. */
    public int sockets() {
        return directory.sockets();
    }

    /** Returns when the gateway has left; blocks as long as the clients are given time. */
    void drain() {
        try {
            if (begun.compareAndSet(false, true)) {
                leave();
                done.countDown();
            }
            done.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void leave() throws InterruptedException {
        LOG.infof("draining sockets=%d", directory.sockets());
        cutOff.stop();
        port.refuseNew();
        kafka.drain(directory::sockets);
        askInBatches();
        awaitNoSockets(
                config.grace().plus(config.retryAfter()).plus(config.jitter()).toMillis());
        LOG.infof("closing what is left sockets=%d", directory.sockets());
        port.closeAll();
        awaitNoSockets(CLOSE_WITHIN_MILLIS);
        kafka.disconnect();
    }

    private void askInBatches() throws InterruptedException {
        long batches = Math.max(1, config.over().toMillis() / BATCH_MILLIS);
        int retryAfter = (int) config.retryAfter().toMillis();
        int jitter = (int) config.jitter().toMillis();
        for (long batch = 1; batch <= batches; batch++) {
            port.goAway((double) batch / batches, retryAfter, jitter);
            if (directory.sockets() == 0) {
                return;
            }
            if (batch < batches) {
                Thread.sleep(BATCH_MILLIS);
            }
        }
    }

    private void awaitNoSockets(long millis) throws InterruptedException {
        long deadline = System.nanoTime() + millis * 1_000_000;
        while (directory.sockets() > 0 && System.nanoTime() < deadline) {
            Thread.sleep(LOOK_MILLIS);
        }
    }
}
