package chat.natter.history.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
import jakarta.inject.Singleton;

/** Opens a session to a keyspace that exists and has the newest schema. */
@Singleton
final class PrepareKeyspace {
    private final CassandraConfig config;
    private final OpenSession open;

    PrepareKeyspace(CassandraConfig config, OpenSession open) {
        this.config = config;
        this.open = open;
    }

    CqlSession session() throws InterruptedException {
        KeyspaceName keyspace = new KeyspaceName(config.keyspace());
        try (CqlSession bare = open.withoutKeyspace()) {
            bare.execute("CREATE KEYSPACE IF NOT EXISTS " + keyspace
                    + " WITH replication = {'class': 'NetworkTopologyStrategy', 'replication_factor': "
                    + config.replicationFactor() + "}");
        }
        CqlSession session = open.in(keyspace);
        boolean ready = false;
        try {
            new MigrateSchema(session).to(MigrationFiles.all());
            ready = true;
            return session;
        } finally {
            if (!ready) {
                session.close();
            }
        }
    }
}
