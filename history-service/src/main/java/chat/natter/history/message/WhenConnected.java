package chat.natter.history.message;

import chat.natter.history.cassandra.CassandraConnection;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.DriverException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Something that needs a session, made once when it is first used; unavailable until Cassandra was reached. */
public final class WhenConnected<T> {
    private final CassandraConnection connection;
    private final Function<CqlSession, T> maker;
    private @Nullable T made;

    public WhenConnected(CassandraConnection connection, Function<CqlSession, T> maker) {
        this.connection = connection;
        this.maker = maker;
    }

    public synchronized T get() {
        T existing = made;
        if (existing != null) {
            return existing;
        }
        CqlSession session = connection
                .session()
                .orElseThrow(() -> new StoreUnavailable(new IllegalStateException("not connected yet")));
        try {
            T fresh = maker.apply(session);
            made = fresh;
            return fresh;
        } catch (DriverException e) {
            throw new StoreUnavailable(e);
        }
    }
}
