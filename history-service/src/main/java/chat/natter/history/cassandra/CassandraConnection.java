package chat.natter.history.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The one session to Cassandra. The service starts without waiting for it, so that it can say that it is not ready;
 * until the session is there, {@link #session()} is empty. Later outages are the driver's business: it reconnects.
 */
@Singleton
public final class CassandraConnection {
    private static final Logger LOG = Logger.getLogger(CassandraConnection.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final PrepareKeyspace prepareKeyspace;
    private final Thread opener = new Thread(this::open, "open-cassandra");
    private volatile @Nullable CqlSession session;

    CassandraConnection(PrepareKeyspace prepareKeyspace) {
        this.prepareKeyspace = prepareKeyspace;
    }

    public Optional<CqlSession> session() {
        return Optional.ofNullable(session);
    }

    void start(@Observes StartupEvent event) {
        opener.setDaemon(true);
        opener.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        opener.interrupt();
        opener.join(PAUSE.toMillis());
        session().ifPresent(CqlSession::close);
    }

    private void open() {
        try {
            while (session == null) {
                try {
                    session = prepareKeyspace.session();
                    LOG.info("connected to Cassandra");
                } catch (RuntimeException e) {
                    LOG.warnf("Cassandra cannot be used yet, trying again: %s", e.getMessage());
                    Thread.sleep(PAUSE.toMillis());
                }
            }
        } catch (InterruptedException e) {
            // The service stops before it ever was ready.
            Thread.currentThread().interrupt();
        }
    }
}
