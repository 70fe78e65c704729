package chat.natter.history.export;

import static java.util.Objects.requireNonNull;

import chat.natter.contract.ConversationId;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads the conversations that there are, in the order of the ring. */
final class SelectEveryConversation {
    private static final int FETCH_SIZE = 500;

    private final CqlSession session;
    private final PreparedStatement all;
    private final PreparedStatement rest;

    SelectEveryConversation(CqlSession session) {
        this.session = session;
        this.all = session.prepare("SELECT conversation FROM conversation_heads");
        this.rest =
                session.prepare("SELECT conversation FROM conversation_heads WHERE token(conversation) >= token(?)");
    }

    /** Returns how many they were. */
    long execute(Optional<ConversationId> from, Consumer<ConversationId> reader) {
        BoundStatement bound = from.map(first -> rest.bind(first.value())).orElseGet(all::bind);
        long count = 0;
        for (Row row : session.execute(bound.setPageSize(FETCH_SIZE))) {
            reader.accept(new ConversationId(requireNonNull(row.getString("conversation"))));
            count++;
        }
        return count;
    }
}
