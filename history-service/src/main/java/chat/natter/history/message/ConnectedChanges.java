package chat.natter.history.message;

import chat.natter.contract.ConversationId;
import chat.natter.history.cassandra.CassandraConnection;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** The store as the service sees it: unavailable until Cassandra was reached for the first time. */
@Singleton
final class ConnectedChanges implements ChangeStore {
    private final WhenConnected<ChangeStore> store;

    ConnectedChanges(CassandraConnection connection, MessageStoreConfig config, Lifetimes lifetimes, Clock clock) {
        this.store = new WhenConnected<>(
                connection, session -> new CassandraChanges(session, config.maxWritesInFlight(), lifetimes, clock));
    }

    @Override
    public void write(List<ArchivedMessage> entries) {
        store.get().write(entries);
    }

    @Override
    public void erase(List<ArchivedMessage> entries, Instant erasedAt) {
        store.get().erase(entries, erasedAt);
    }

    @Override
    public void renew(List<ArchivedMessage> entries) {
        store.get().renew(entries);
    }

    @Override
    public List<ArchivedMessage> changes(ConversationId conversation, long first, long last) {
        return store.get().changes(conversation, first, last);
    }
}
