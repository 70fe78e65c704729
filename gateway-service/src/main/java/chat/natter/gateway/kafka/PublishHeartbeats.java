package chat.natter.gateway.kafka;

import chat.natter.contract.record.Heartbeat;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.function.IntSupplier;

/** Tells presence-service that this incarnation lives: its silence closes all its sessions. */
@Singleton
public class PublishHeartbeats {
    private final Vertx vertx;
    private final PublishRecords publish;
    private final GatewayIdentity identity;
    private final KafkaConfig config;
    private final Clock clock;
    private final Contact contact;
    private volatile boolean draining;

    PublishHeartbeats(Vertx vertx, PublishRecords publish, GatewayIdentity identity, KafkaConfig config, Clock clock) {
        this.vertx = vertx;
        this.publish = publish;
        this.identity = identity;
        this.config = config;
        this.clock = clock;
        this.contact = new Contact(config.cutOffAfter().toNanos());
    }

    void start(IntSupplier sockets) {
        contact.begin(System.nanoTime());
        beat(sockets);
        vertx.setPeriodic(config.heartbeatInterval().toMillis(), ignored -> beat(sockets));
    }

    void drain(IntSupplier sockets) {
        draining = true;
        beat(sockets);
    }

    Contact contact() {
        return contact;
    }

    private void beat(IntSupplier sockets) {
        long sentAt = System.nanoTime();
        Heartbeat heartbeat = Heartbeat.newBuilder()
                .setGateway(identity.id().value())
                .setEpoch(identity.epoch())
                .setSockets(sockets.getAsInt())
                .setAt(clock.millis())
                .setDraining(draining)
                .setIntervalMillis((int) config.heartbeatInterval().toMillis())
                .setVersion(identity.version())
                .build();
        publish.heartbeat(heartbeat, () -> contact.stored(sentAt));
    }
}
