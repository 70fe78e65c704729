package chat.natter.history.marks;

import chat.natter.contract.ConversationId;
import chat.natter.contract.record.MemberMarks;
import chat.natter.history.cassandra.CassandraConnection;
import chat.natter.history.message.WhenConnected;
import jakarta.inject.Singleton;
import java.util.List;

/** The store as the service sees it: unavailable until Cassandra was reached for the first time. */
@Singleton
final class ConnectedMarks implements MarkStore {
    private final WhenConnected<MarkStore> store;

    ConnectedMarks(CassandraConnection connection) {
        this.store = new WhenConnected<>(connection, CassandraMarks::new);
    }

    @Override
    public void write(List<MemberMarks> marks) {
        store.get().write(marks);
    }

    @Override
    public List<Mark> marks(ConversationId conversation) {
        return store.get().marks(conversation);
    }
}
