package chat.natter.history.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;

/** One keyspace for all tests that mind rows of their own alone: making one takes Cassandra many seconds. */
public final class SharedKeyspace {
    private SharedKeyspace() {}

    public static CqlSession session() {
        return Holder.KEYSPACE.session();
    }

    private static final class Holder {
        static final OwnKeyspace KEYSPACE = make();

        private static OwnKeyspace make() {
            try {
                OwnKeyspace keyspace = new OwnKeyspace();
                Runtime.getRuntime().addShutdownHook(new Thread(keyspace::close, "drop-keyspace"));
                return keyspace;
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
