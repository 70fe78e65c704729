package chat.natter.history.mention;

import chat.natter.contract.ConversationId;
import chat.natter.contract.UserId;
import chat.natter.history.cassandra.CassandraConnection;
import chat.natter.history.message.ArchivedMessage;
import chat.natter.history.message.Lifetimes;
import chat.natter.history.message.WhenConnected;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;

/** The store as the service sees it: unavailable until Cassandra was reached for the first time. */
@Singleton
final class ConnectedMentions implements MentionStore {
    private final WhenConnected<MentionStore> store;

    ConnectedMentions(CassandraConnection connection, Lifetimes lifetimes, Clock clock) {
        this.store = new WhenConnected<>(connection, session -> new CassandraMentions(session, lifetimes, clock));
    }

    @Override
    public void write(List<ArchivedMessage> messages, Set<UserId> erased) {
        store.get().write(messages, erased);
    }

    @Override
    public SortedSet<Long> behind(UserId user, ConversationId conversation, long seq, int most) {
        return store.get().behind(user, conversation, seq, most);
    }

    @Override
    public void forget(UserId user, List<ConversationId> conversations, Instant at) {
        store.get().forget(user, conversations, at);
    }
}
