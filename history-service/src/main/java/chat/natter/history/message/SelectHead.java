package chat.natter.history.message;

import chat.natter.contract.ConversationId;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import java.util.OptionalLong;

/** Reads how far a conversation has come. */
final class SelectHead {
    private final CqlSession session;
    private final PreparedStatement statement;

    SelectHead(CqlSession session) {
        this.session = session;
        this.statement = session.prepare("SELECT seq FROM conversation_heads WHERE conversation = ?");
    }

    OptionalLong execute(ConversationId conversation) {
        Row row = session.execute(statement.bind(conversation.value())).one();
        return row == null ? OptionalLong.empty() : OptionalLong.of(row.getLong("seq"));
    }
}
