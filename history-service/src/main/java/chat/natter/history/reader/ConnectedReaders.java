package chat.natter.history.reader;

import chat.natter.contract.ConversationId;
import chat.natter.contract.UserId;
import chat.natter.history.cassandra.CassandraConnection;
import chat.natter.history.message.WhenConnected;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

/** The store as the service sees it: unavailable until Cassandra was reached for the first time. */
@Singleton
final class ConnectedReaders implements ReaderStore {
    private final WhenConnected<ReaderStore> store;

    ConnectedReaders(CassandraConnection connection) {
        this.store = new WhenConnected<>(connection, CassandraReaders::new);
    }

    @Override
    public boolean follows(UserId user, ConversationId topic) {
        return store.get().follows(user, topic);
    }

    @Override
    public List<ConversationId> topicsOf(UserId user) {
        return store.get().topicsOf(user);
    }

    @Override
    public void set(UserId user, ConversationId topic, boolean follows, Instant at) {
        store.get().set(user, topic, follows, at);
    }

    @Override
    public void forget(UserId user, Instant at) {
        store.get().forget(user, at);
    }
}
