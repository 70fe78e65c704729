package chat.natter.history.cassandra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.datastax.oss.driver.api.core.CqlSession;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MigrateSchemaIT {
    private static OwnKeyspace keyspace;

    @BeforeAll
    static void open() throws InterruptedException {
        keyspace = new OwnKeyspace();
    }

    @AfterAll
    static void close() {
        keyspace.close();
    }

    @Test
    void remembersWhatItApplied() {
        assertThat(applied()).contains("V001__messages.cql");
        assertThat(keyspace.session().execute("SELECT * FROM schema_lock").all())
                .isEmpty();
    }

    @Test
    void aSecondStartChangesNothing() throws InterruptedException {
        List<String> before = applied();

        keyspace.open().close();

        assertThat(applied()).isEqualTo(before);
    }

    @Test
    void instancesThatStartTogetherApplyEachMigrationOnce() throws Exception {
        // Given: not repeatable, so that a second run would fail
        keyspace.session().execute("CREATE TABLE counted (id int PRIMARY KEY)");
        List<Migration> migrations = List.of(
                MigrationFiles.all().get(0),
                Migration.of("V901__column.cql", "ALTER TABLE counted ADD one int; ALTER TABLE counted ADD two int;"));
        ExecutorService instances = Executors.newFixedThreadPool(3);

        // When
        Callable<Boolean> start = () -> {
            try (CqlSession session = keyspace.open()) {
                new MigrateSchema(session).to(migrations);
                return true;
            }
        };
        List<Future<Boolean>> results = instances.invokeAll(List.of(start, start, start));
        instances.shutdown();

        // Then
        for (Future<Boolean> result : results) {
            assertThat(result.get()).isTrue();
        }
        assertThat(applied()).contains("V901__column.cql");
    }

    @Test
    void refusesAMigrationThatWasEdited() {
        Migration edited = Migration.of("V001__messages.cql", "CREATE TABLE IF NOT EXISTS x (id int PRIMARY KEY)");

        assertThatThrownBy(() -> new MigrateSchema(keyspace.session()).to(List.of(edited)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("edited");
    }

    private static List<String> applied() {
        return keyspace.session().execute("SELECT name FROM schema_migrations").all().stream()
                .map(row -> String.valueOf(row.getString("name")))
                .sorted()
                .toList();
    }
}
