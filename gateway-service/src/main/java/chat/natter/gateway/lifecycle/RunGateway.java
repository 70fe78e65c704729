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
 * First Kafka, then the port: a socket that opens can be delivered to. On leaving the reverse, see
 * {@link DrainGateway}.
 */
@Startup
@ApplicationScoped
public class RunGateway {
    private static final Logger LOG = Logger.getLogger(RunGateway.class);

    private final KafkaLink kafka;
    private final PublicPort port;
    private final SessionDirectory directory;
    private final DropSocketsWhenCutOff cutOff;
    private final DrainGateway drain;
    private volatile boolean started;
    private final Thread starter = new Thread(this::run, "start-gateway");

    RunGateway(
            KafkaLink kafka,
            PublicPort port,
            SessionDirectory directory,
            DropSocketsWhenCutOff cutOff,
            DrainGateway drain) {
        this.kafka = kafka;
        this.port = port;
        this.directory = directory;
        this.cutOff = cutOff;
        this.drain = drain;
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
            started = true;
            cutOff.start();
            LOG.info("the public port is open");
        } catch (ExecutionException e) {
            LOG.errorf("the public port cannot be opened: %s", e.getCause());
            Quarkus.asyncExit(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void leave(@Observes ShutdownEvent leaving) {
        starter.interrupt();
        if (started) {
            drain.drain();
        }
    }
}
