package chat.natter.history.cassandra;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How to reach Cassandra, and the keyspace that is ours. */
@ConfigMapping(prefix = "natter.cassandra")
public interface CassandraConfig {
    /** Nodes to start from, {@code host:port}; the rest of the cluster is discovered. */
    @WithDefault("127.0.0.1:19042")
    List<String> contactPoints();

    /** The data centre whose nodes are asked. */
    @WithDefault("datacenter1")
    String localDatacenter();

    /** Letters, digits and underscores, at most 48. Created if it is absent. */
    @WithDefault("natter")
    String keyspace();

    /** Copies per data centre of a keyspace that is created here; 3 in production. An existing one is left alone. */
    @WithDefault("1")
    int replicationFactor();

    /** Who logs in; absent where Cassandra asks for nobody. */
    Optional<String> username();

    /** The password of {@link #username()}. */
    Optional<String> password();

    /** How long one request may take before it is tried again. */
    @WithDefault("5s")
    Duration requestTimeout();
}
