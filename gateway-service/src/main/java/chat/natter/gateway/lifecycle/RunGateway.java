package chat.natter.gateway.lifecycle;

import chat.natter.gateway.kafka.KafkaLink;
import chat.natter.gateway.socket.PublicPort;
import chat.natter.gateway.socket.SessionDirectory;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.ExecutionException;
import org.jboss.logging.Logger;

/**
 * First Kafka, then the port: a socket that opens can be delivered to. On leaving the reverse: clients are asked to go,
 * then closed, then what is under way is stored.
 */
@Startup
@ApplicationScoped
public class RunGateway {
    private static final Logger LOG = Logger.getLogger(RunGateway.class);
    private static final long LOOK_MILLIS = 50;
    private static final long CLOSE_WITHIN_MILLIS = 2_000;

    private final KafkaLink kafka;
    private final PublicPort port;
    private final SessionDirectory directory;
    private final DrainConfig config;
    private final Thread starter = new Thread(this::run, "start-gateway");

    RunGateway(KafkaLink kafka, PublicPort port, SessionDirectory directory, DrainConfig config) {
        this.kafka = kafka;
        this.port = port;
        this.directory = directory;
        this.config = config;
    }

    @PostConstruct
    void start() {
        // Kafka may come later than this service: health is served meanwhile.
        starter.setDaemon(true);
        starter.start();
    }

    private void run() {
        try {
            kafka.connect(directory, directory::sockets);
            port.open();
            LOG.info("the public port is open");
        } catch (ExecutionException e) {
            LOG.errorf("the public port cannot be opened: %s", e.getCause());
            Quarkus.asyncExit(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void drain(@Observes ShutdownEvent leaving) {
        starter.interrupt();
        if (!port.isOpen()) {
            return;
        }
        LOG.infof("leaving with sockets=%d", directory.sockets());
        kafka.drain(directory::sockets);
        port.goAway((int) config.retryAfter().toMillis(), (int) config.jitter().toMillis());
        awaitNoSockets(config.grace().toMillis());
        port.closeAll();
        awaitNoSockets(CLOSE_WITHIN_MILLIS);
        kafka.disconnect();
    }

    private void awaitNoSockets(long millis) {
        long deadline = System.nanoTime() + millis * 1_000_000;
        try {
            while (directory.sockets() > 0 && System.nanoTime() < deadline) {
                Thread.sleep(LOOK_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
