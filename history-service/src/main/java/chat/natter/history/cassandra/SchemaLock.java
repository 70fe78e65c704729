package chat.natter.history.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import java.time.Duration;
import java.util.UUID;

/**
 * At most one instance changes the schema at a time: a row that only its owner holds, by lightweight transaction. It
 * expires by itself, so that an instance that died does not lock out the others.
 */
final class SchemaLock implements AutoCloseable {
    private static final int SECONDS = 60;
    private static final Duration POLL = Duration.ofMillis(500);

    private final CqlSession session;
    private final String owner = UUID.randomUUID().toString();

    private SchemaLock(CqlSession session) {
        this.session = session;
    }

    /** Waits until the lock is free. */
    static SchemaLock take(CqlSession session) throws InterruptedException {
        session.execute("CREATE TABLE IF NOT EXISTS schema_lock (name text PRIMARY KEY, owner text)");
        SchemaLock lock = new SchemaLock(session);
        while (!lock.tryTake()) {
            Thread.sleep(POLL.toMillis());
        }
        return lock;
    }

    /** Holds it for another while; throws if it expired and somebody else may have it. */
    void renew() {
        if (!applied(
                "UPDATE schema_lock USING TTL " + SECONDS + " SET owner = ? WHERE name = 'schema' IF owner = ?",
                owner,
                owner)) {
            throw new IllegalStateException("the schema lock was lost");
        }
    }

    @Override
    public void close() {
        applied("DELETE FROM schema_lock WHERE name = 'schema' IF owner = ?", owner);
    }

    private boolean tryTake() {
        return applied(
                "INSERT INTO schema_lock (name, owner) VALUES ('schema', ?) IF NOT EXISTS USING TTL " + SECONDS, owner);
    }

    private boolean applied(String cql, Object... values) {
        // Not idempotent: after a time-out the driver must not repeat it and report the repeat's outcome.
        return session.execute(SimpleStatement.newInstance(cql, values).setIdempotent(false))
                .wasApplied();
    }
}
