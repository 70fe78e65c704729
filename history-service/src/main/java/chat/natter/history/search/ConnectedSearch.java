package chat.natter.history.search;

import chat.natter.contract.UserId;
import chat.natter.history.cassandra.CassandraConnection;
import chat.natter.history.message.MessageKey;
import chat.natter.history.message.WhenConnected;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** The index and the conversations as the service sees them: unavailable until Cassandra was reached. */
@Singleton
final class ConnectedSearch implements SearchIndex, Conversations {
    private final WhenConnected<SearchIndex> index;
    private final WhenConnected<Conversations> conversations;

    ConnectedSearch(CassandraConnection connection, SearchConfig config, Clock clock) {
        int maxInFlight = config.maxWritesInFlight();
        this.index = new WhenConnected<>(connection, session -> new CassandraIndex(session, maxInFlight, clock));
        this.conversations =
                new WhenConnected<>(connection, session -> new CassandraConversations(session, maxInFlight));
    }

    @Override
    public void write(List<IndexEntry> entries) {
        index.get().write(entries);
    }

    @Override
    public void remove(List<IndexEntry> entries) {
        index.get().remove(entries);
    }

    @Override
    public List<Postings> read(List<Lookup> lookups) {
        return index.get().read(lookups);
    }

    @Override
    public void change(List<Change> changes) {
        index.get().change(changes);
    }

    @Override
    public List<Change> changes(Collection<MessageKey> messages) {
        return index.get().changes(messages);
    }

    @Override
    public void tell(List<Activity> activities) {
        conversations.get().tell(activities);
    }

    @Override
    public void forget(UserId user, Instant at) {
        conversations.get().forget(user, at);
    }

    @Override
    public List<Activity> of(UserId user) {
        return conversations.get().of(user);
    }
}
