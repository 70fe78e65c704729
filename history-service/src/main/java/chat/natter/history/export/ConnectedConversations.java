package chat.natter.history.export;

import chat.natter.contract.ConversationId;
import chat.natter.history.cassandra.CassandraConnection;
import chat.natter.history.message.OrUnavailable;
import chat.natter.history.message.WhenConnected;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads them from the heads of conversations in Cassandra: a scan of the smallest table that has them all, some
 * hundreds at a time, which nobody but an export asks for.
 */
@Singleton
final class ConnectedConversations implements EveryConversation {
    private final WhenConnected<SelectEveryConversation> select;

    ConnectedConversations(CassandraConnection connection) {
        this.select = new WhenConnected<>(connection, SelectEveryConversation::new);
    }

    @Override
    public void from(Optional<ConversationId> from, Consumer<ConversationId> reader) {
        OrUnavailable.read(() -> select.get().execute(from, reader));
    }
}
