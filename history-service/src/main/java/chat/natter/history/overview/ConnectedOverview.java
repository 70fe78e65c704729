package chat.natter.history.overview;

import chat.natter.contract.ConversationId;
import chat.natter.contract.UserId;
import chat.natter.history.cassandra.CassandraConnection;
import chat.natter.history.message.WhenConnected;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

/** The store as the service sees it: unavailable until Cassandra was reached for the first time. */
@Singleton
final class ConnectedOverview implements OverviewStore {
    private final WhenConnected<OverviewStore> store;

    ConnectedOverview(CassandraConnection connection) {
        this.store = new WhenConnected<>(connection, CassandraOverview::new);
    }

    @Override
    public void write(List<Newcomer> newcomers) {
        if (!newcomers.isEmpty()) {
            store.get().write(newcomers);
        }
    }

    @Override
    public List<ConversationId> conversations(UserId user) {
        return store.get().conversations(user);
    }

    @Override
    public void forget(UserId user, Instant at) {
        store.get().forget(user, at);
    }

    @Override
    public List<Progress> of(UserId user) {
        return store.get().of(user);
    }
}
