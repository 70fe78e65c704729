package chat.natter.history.retention;

import chat.natter.history.cassandra.CassandraConnection;
import chat.natter.history.message.WhenConnected;
import jakarta.inject.Singleton;
import java.util.List;

/** The store as the service sees it: unavailable until Cassandra was reached for the first time. */
@Singleton
final class ConnectedPolicies implements Policies {
    private final WhenConnected<Policies> policies;

    ConnectedPolicies(CassandraConnection connection) {
        this.policies = new WhenConnected<>(connection, CassandraPolicies::new);
    }

    @Override
    public List<Policy> all() {
        return policies.get().all();
    }

    @Override
    public void write(Policy policy) {
        policies.get().write(policy);
    }

    @Override
    public void markInLine(Policy policy) {
        policies.get().markInLine(policy);
    }
}
