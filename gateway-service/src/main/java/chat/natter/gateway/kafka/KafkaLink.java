package chat.natter.gateway.kafka;

import jakarta.inject.Singleton;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.IntSupplier;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

/** Brings everything up that this gateway has with Kafka, in the order in which others may learn of it. */
@Singleton
public class KafkaLink {
    private static final Logger LOG = Logger.getLogger(KafkaLink.class);
    private static final long RETRY_MILLIS = 1_000;

    private final CreateDeliveryTopic createTopic;
    private final PublishRecords publish;
    private final ConsumeDeliveries deliveries;
    private final PublishHeartbeats heartbeats;

    KafkaLink(
            CreateDeliveryTopic createTopic,
            PublishRecords publish,
            ConsumeDeliveries deliveries,
            PublishHeartbeats heartbeats) {
        this.createTopic = createTopic;
        this.publish = publish;
        this.deliveries = deliveries;
        this.heartbeats = heartbeats;
    }

    /** Tries until Kafka and the topics are there; blocks. */
    public void connect(DeliveryTarget target, IntSupplier sockets) throws InterruptedException {
        while (true) {
            try {
                createTopic.createIfMissing();
                publish.prepare();
                deliveries.start(target);
                heartbeats.start(sockets);
                return;
            } catch (ExecutionException | TimeoutException | KafkaException e) {
                LOG.infof("waiting for Kafka and its topics: %s", e.getMessage());
                Thread.sleep(RETRY_MILLIS);
            }
        }
    }

    public boolean isUp() {
        return deliveries.isRunning();
    }

    /** Whether heartbeats are stored; if not for long, others do not count on this gateway any more. */
    public boolean hasContact() {
        return heartbeats.contact().holds(System.nanoTime());
    }

    /** Whether contact was lost since this was asked last, even if it is back by now. */
    public boolean takeLapse() {
        return heartbeats.contact().takeLapse();
    }

    public void drain(IntSupplier sockets) {
        heartbeats.drain(sockets);
    }

    /** Stores what is under way, then lets go. */
    public void disconnect() {
        publish.flush();
        deliveries.stop();
    }
}
