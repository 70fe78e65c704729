package chat.natter.history.job;

import static java.util.Objects.requireNonNull;

import chat.natter.history.cassandra.OwnKeyspace;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class CassandraJobsIT implements JobStoreContract {
    private static @Nullable OwnKeyspace keyspace;

    @BeforeAll
    static void createKeyspace() throws InterruptedException {
        keyspace = new OwnKeyspace();
    }

    @AfterAll
    static void dropKeyspace() {
        if (keyspace != null) {
            keyspace.close();
        }
    }

    @Override
    public JobStore store() {
        return new CassandraJobs(requireNonNull(keyspace).session());
    }
}
