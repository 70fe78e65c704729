package chat.natter.history.job;

import chat.natter.history.cassandra.CassandraConnection;
import chat.natter.history.message.WhenConnected;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The store as the service sees it: unavailable until Cassandra was reached for the first time. */
@Singleton
final class ConnectedJobs implements JobStore {
    private final WhenConnected<JobStore> store;

    ConnectedJobs(CassandraConnection connection) {
        this.store = new WhenConnected<>(connection, CassandraJobs::new);
    }

    @Override
    public void add(Job job) {
        store.get().add(job);
    }

    @Override
    public Optional<Job> find(JobId id) {
        return store.get().find(id);
    }

    @Override
    public List<Job> of(LocalDate day) {
        return store.get().of(day);
    }

    @Override
    public boolean replace(Job after) {
        return store.get().replace(after);
    }
}
