package chat.natter.history.takeout;

import chat.natter.contract.UserId;
import chat.natter.history.cassandra.CassandraConnection;
import chat.natter.history.message.WhenConnected;
import jakarta.inject.Singleton;

/** The store as the service sees it: unavailable until Cassandra was reached for the first time. */
@Singleton
final class ConnectedOwnExports implements OwnExports {
    private final WhenConnected<OwnExports> store;

    ConnectedOwnExports(CassandraConnection connection) {
        this.store = new WhenConnected<>(connection, CassandraOwnExports::new);
    }

    @Override
    public OwnExport of(UserId user) {
        return store.get().of(user);
    }

    @Override
    public boolean replace(UserId user, OwnExport after) {
        return store.get().replace(user, after);
    }
}
