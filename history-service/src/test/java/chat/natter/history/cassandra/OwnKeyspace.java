package chat.natter.history.cassandra;

import chat.natter.history.Servers;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import java.time.Duration;

/** A keyspace on the real server, made as the service makes it, and dropped at the end. */
public final class OwnKeyspace implements AutoCloseable {
    private final Servers servers;
    private final CqlSession session;
    private final boolean kept;

    public OwnKeyspace() throws InterruptedException {
        this(Servers.withOwnNames(), false);
    }

    private OwnKeyspace(Servers servers, boolean kept) throws InterruptedException {
        this.servers = servers;
        this.kept = kept;
        this.session = open();
    }

    /** One that stays when it is closed, and is there again when it is opened the next time. */
    public static OwnKeyspace kept(String name) throws InterruptedException {
        return new OwnKeyspace(Servers.withNames(name), true);
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
        if (!kept) {
            drop(session, servers.keyspace());
        }
        session.close();
    }
}
