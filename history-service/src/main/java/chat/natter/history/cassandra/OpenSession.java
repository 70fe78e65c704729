package chat.natter.history.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.CqlSessionBuilder;
import jakarta.inject.Singleton;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/** Opens driver sessions; throws if no contact point answers. */
@Singleton
final class OpenSession {
    private final CassandraConfig config;

    OpenSession(CassandraConfig config) {
        this.config = config;
    }

    CqlSession withoutKeyspace() {
        return open(null);
    }

    CqlSession in(KeyspaceName keyspace) {
        return open(keyspace.value());
    }

    private CqlSession open(@Nullable String keyspace) {
        CqlSessionBuilder builder = CqlSession.builder()
                .withConfigLoader(DriverSettings.of(config))
                .withClassLoader(OpenSession.class.getClassLoader())
                .withLocalDatacenter(config.localDatacenter());
        for (String point : config.contactPoints()) {
            builder.addContactPoint(address(point));
        }
        if (config.username().isPresent()) {
            builder.withAuthCredentials(
                    config.username().get(), config.password().orElse(""));
        }
        if (keyspace != null) {
            builder.withKeyspace(keyspace);
        }
        return builder.build();
    }

    private static InetSocketAddress address(String point) {
        int colon = point.lastIndexOf(':');
        if (colon < 1) {
            throw new IllegalArgumentException("natter.cassandra.contact-points: host:port expected");
        }
        return new InetSocketAddress(point.substring(0, colon), Integer.parseInt(point.substring(colon + 1)));
    }
}
