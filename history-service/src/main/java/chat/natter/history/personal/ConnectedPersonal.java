package chat.natter.history.personal;

import chat.natter.contract.ConversationId;
import chat.natter.contract.UserId;
import chat.natter.history.cassandra.CassandraConnection;
import chat.natter.history.message.MessageKey;
import chat.natter.history.message.WhenConnected;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The store as the service sees it: unavailable until Cassandra was reached for the first time. */
@Singleton
final class ConnectedPersonal implements PersonalStore {
    private final WhenConnected<PersonalStore> store;

    ConnectedPersonal(CassandraConnection connection) {
        this.store = new WhenConnected<>(connection, CassandraPersonal::new);
    }

    @Override
    public Personal of(UserId user, ConversationId conversation) {
        return store.get().of(user, conversation);
    }

    @Override
    public Map<ConversationId, Personal> of(UserId user) {
        return store.get().of(user);
    }

    @Override
    public long readUpTo(UserId user, ConversationId conversation) {
        return store.get().readUpTo(user, conversation);
    }

    @Override
    public void change(UserId user, ConversationId conversation, PersonalChange change, Instant at) {
        store.get().change(user, conversation, change, at);
    }

    @Override
    public void star(UserId user, MessageKey message, boolean on, Instant at) {
        store.get().star(user, message, on, at);
    }

    @Override
    public void hide(UserId user, MessageKey message, Instant at) {
        store.get().hide(user, message, at);
    }

    @Override
    public Set<Long> starred(UserId user, ConversationId conversation, long first, long last) {
        return store.get().starred(user, conversation, first, last);
    }

    @Override
    public Set<Long> hidden(UserId user, ConversationId conversation, long first, long last) {
        return store.get().hidden(user, conversation, first, last);
    }

    @Override
    public void forget(UserId user, List<ConversationId> conversations, Instant at) {
        store.get().forget(user, conversations, at);
    }

    @Override
    public List<MessageKey> stars(UserId user, Optional<MessageKey> after, int limit) {
        return store.get().stars(user, after, limit);
    }
}
