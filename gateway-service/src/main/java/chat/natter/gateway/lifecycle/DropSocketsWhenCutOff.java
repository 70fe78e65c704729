package chat.natter.gateway.lifecycle;

import chat.natter.gateway.kafka.KafkaLink;
import chat.natter.gateway.socket.PublicPort;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/**
 * A gateway without Kafka can neither take nor deliver anything, and after a while its sessions are given up: its
 * clients are better off elsewhere. Shorter absences cost nothing here; whichever sessions presence-service has given
 * up meanwhile it closes one by one, by the delivery topic.
 */
@Singleton
class DropSocketsWhenCutOff {
    private static final Logger LOG = Logger.getLogger(DropSocketsWhenCutOff.class);
    private static final long LOOK_MILLIS = 500;
    /** So that the others have heard of this gateway again before they hear of its new sessions. */
    private static final int STEADY_LOOKS = 3;

    private final Vertx vertx;
    private final KafkaLink kafka;
    private final PublicPort port;
    private final Counter cutOffs;
    private boolean cutOff;
    private int steadyLooks;
    private long timer = -1;

    DropSocketsWhenCutOff(Vertx vertx, KafkaLink kafka, PublicPort port, MeterRegistry meters) {
        this.vertx = vertx;
        this.kafka = kafka;
        this.port = port;
        this.cutOffs = meters.counter("natter.gateway.cut.offs");
    }

    void start() {
        timer = vertx.setPeriodic(LOOK_MILLIS, ignored -> look());
    }

    /** The gateway leaves: its port is nobody else's concern any more. */
    void stop() {
        vertx.cancelTimer(timer);
    }

    private synchronized void look() {
        boolean contact = kafka.hasContact();
        if (kafka.takeLapse() && !cutOff) {
            cutOff = true;
            steadyLooks = 0;
            cutOffs.increment();
            LOG.warn("cut off from Kafka for too long: dropping all sockets");
            port.refuseNew();
            port.closeAll();
        }
        steadyLooks = contact ? steadyLooks + 1 : 0;
        if (cutOff && steadyLooks >= STEADY_LOOKS) {
            cutOff = false;
            LOG.info("Kafka is back: sockets are taken again");
            port.takeAgain();
        }
    }
}
