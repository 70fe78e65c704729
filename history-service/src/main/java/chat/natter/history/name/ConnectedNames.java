package chat.natter.history.name;

import chat.natter.contract.UserId;
import chat.natter.history.cassandra.CassandraConnection;
import chat.natter.history.message.WhenConnected;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The store as the service sees it: unavailable until Cassandra was reached for the first time. */
@Singleton
final class ConnectedNames implements NameStore {
    private final WhenConnected<NameStore> store;

    ConnectedNames(CassandraConnection connection) {
        this.store = new WhenConnected<>(connection, CassandraNames::new);
    }

    @Override
    public void write(List<NameChange> changes) {
        store.get().write(changes);
    }

    @Override
    public Map<UserId, String> of(Collection<UserId> users) {
        return store.get().of(users);
    }
}
