package chat.natter.history.cassandra;

import chat.natter.history.Servers;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import java.time.Duration;

/** A keyspace on the real server, made as the service makes it, and dropped at the end. */
public final class OwnKeyspace implements AutoCloseable {
    private final Servers servers = Servers.withOwnNames();
    private final CqlSession session;

    public OwnKeyspace() throws InterruptedException {
        session = open();
    }

    public CqlSession session() {
        return session;
    }

    CqlSession open() throws InterruptedException {
        CassandraConfig config = servers.cassandraConfig();
        return new PrepareKeyspace(config, new OpenSession(config)).session();
    }

    /** Takes its time: a change of the schema waits for the disk. */
    public static void drop(CqlSession session, String keyspace) {
        session.execute(SimpleStatement.newInstance("DROP KEYSPACE IF EXISTS " + keyspace)
                .setTimeout(Duration.ofSeconds(60)));
    }

    @Override
    public void close() {
        drop(session, servers.keyspace());
        session.close();
    }
}
