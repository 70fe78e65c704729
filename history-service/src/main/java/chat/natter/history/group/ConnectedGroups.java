package chat.natter.history.group;

import chat.natter.contract.ConversationId;
import chat.natter.contract.UserId;
import chat.natter.history.cassandra.CassandraConnection;
import chat.natter.history.message.WhenConnected;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** The store as the service sees it: unavailable until Cassandra was reached for the first time. */
@Singleton
final class ConnectedGroups implements GroupStore {
    private final WhenConnected<GroupStore> store;

    ConnectedGroups(CassandraConnection connection) {
        this.store = new WhenConnected<>(connection, CassandraGroups::new);
    }

    @Override
    public void write(List<GroupEvent> events) {
        store.get().write(events);
    }

    @Override
    public Optional<GroupProfileView> profile(ConversationId conversation) {
        return store.get().profile(conversation);
    }

    @Override
    public List<MemberChange> changesOf(ConversationId conversation, UserId user) {
        return store.get().changesOf(conversation, user);
    }

    @Override
    public List<MemberChange> changes(ConversationId conversation) {
        return store.get().changes(conversation);
    }
}
