package chat.natter.stack.setup;

import chat.natter.stack.report.StackFailure;
import chat.natter.stack.state.Connections;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.DriverException;
import com.datastax.oss.driver.api.core.config.DefaultDriverOption;
import com.datastax.oss.driver.api.core.config.DriverConfigLoader;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;

/** Creates the keyspace if there is none; its tables are history-service's business. */
public final class CreateKeyspace {
    private final Connections.Cassandra cassandra;

    public CreateKeyspace(Connections.Cassandra cassandra) {
        this.cassandra = cassandra;
    }

    public void create() {
        URI contact = URI.create("tcp://" + cassandra.contactPoint());
        Duration patience = Duration.ofSeconds(30);
        try (CqlSession session = CqlSession.builder()
                .addContactPoint(new InetSocketAddress(contact.getHost(), contact.getPort()))
                .withLocalDatacenter(cassandra.datacenter())
                .withConfigLoader(DriverConfigLoader.programmaticBuilder()
                        .withDuration(DefaultDriverOption.REQUEST_TIMEOUT, patience)
                        .withDuration(DefaultDriverOption.CONNECTION_INIT_QUERY_TIMEOUT, patience)
                        .withDuration(DefaultDriverOption.NETTY_IO_SHUTDOWN_TIMEOUT, Duration.ofSeconds(2))
                        .withInt(DefaultDriverOption.NETTY_IO_SHUTDOWN_QUIET_PERIOD, 0)
                        .withInt(DefaultDriverOption.NETTY_ADMIN_SHUTDOWN_QUIET_PERIOD, 0)
                        .build())
                .build()) {
            session.execute("CREATE KEYSPACE IF NOT EXISTS " + cassandra.keyspace()
                    + " WITH replication = {'class': 'SimpleStrategy', 'replication_factor': 1}");
        } catch (DriverException e) {
            throw new StackFailure(
                    "The keyspace cannot be created at " + cassandra.contactPoint() + ": " + e.getMessage(), e);
        }
    }
}
