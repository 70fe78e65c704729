package chat.natter.history.overview;

import chat.natter.contract.ConversationId;
import chat.natter.contract.UserId;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import java.util.concurrent.CompletionStage;

/** Writes that a user has a conversation, since that seq. */
final class InsertConversation {
    private final CqlSession session;
    private final PreparedStatement statement;

    InsertConversation(CqlSession session) {
        this.session = session;
        this.statement = session.prepare("INSERT INTO conversations_by_user (member, conversation, since)"
                + " VALUES (?, ?, ?) USING TIMESTAMP ?");
    }

    CompletionStage<?> execute(UserId member, ConversationId conversation, long seq) {
        return session.executeAsync(statement.bind(member.value(), conversation.value(), seq, seq));
    }
}
