package chat.natter.history.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/** Applies what is new, once, in order; refuses to start on a schema whose history is not ours. */
final class MigrateSchema {
    private static final Logger LOG = Logger.getLogger(MigrateSchema.class);
    /** Changes of the schema have to reach every node, which takes longer than a query. */
    private static final Duration SCHEMA_TIMEOUT = Duration.ofSeconds(30);

    private final CqlSession session;

    MigrateSchema(CqlSession session) {
        this.session = session;
    }

    void to(List<Migration> migrations) throws InterruptedException {
        session.execute("CREATE TABLE IF NOT EXISTS schema_migrations"
                + " (version int PRIMARY KEY, name text, checksum text, applied_at timestamp)");
        if (missing(migrations).isEmpty()) {
            return;
        }
        try (SchemaLock lock = SchemaLock.take(session)) {
            // The driver would read the whole schema anew after each statement, a second later.
            session.setSchemaMetadataEnabled(false);
            // Asked again: another instance may have worked while this one waited.
            for (Migration migration : missing(migrations)) {
                apply(migration, lock);
            }
        } finally {
            session.setSchemaMetadataEnabled(null);
        }
    }

    private List<Migration> missing(List<Migration> migrations) {
        Map<Integer, String> applied = new HashMap<>();
        session.execute("SELECT version, checksum FROM schema_migrations")
                .forEach(row -> applied.put(row.getInt("version"), row.getString("checksum")));
        for (Migration migration : migrations) {
            String checksum = applied.get(migration.version());
            if (checksum != null && !checksum.equals(migration.checksum())) {
                throw new IllegalStateException(migration.name() + " was edited after it had been applied");
            }
        }
        return migrations.stream()
                .filter(migration -> !applied.containsKey(migration.version()))
                .toList();
    }

    private void apply(Migration migration, SchemaLock lock) {
        for (String statement : migration.statements()) {
            lock.renew();
            session.execute(SimpleStatement.newInstance(statement).setTimeout(SCHEMA_TIMEOUT));
        }
        if (!session.checkSchemaAgreement()) {
            throw new IllegalStateException("the nodes do not agree on the schema yet");
        }
        session.execute(
                "INSERT INTO schema_migrations (version, name, checksum, applied_at)"
                        + " VALUES (?, ?, ?, toTimestamp(now()))",
                migration.version(),
                migration.name(),
                migration.checksum());
        LOG.infof("applied migration=%s", migration.name());
    }
}
