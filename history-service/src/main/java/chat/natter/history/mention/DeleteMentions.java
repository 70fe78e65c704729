package chat.natter.history.mention;

import chat.natter.contract.ConversationId;
import chat.natter.contract.UserId;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import java.time.Instant;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** Takes away where a user was mentioned in a conversation: one tombstone. */
final class DeleteMentions {
    private final CqlSession session;
    private final PreparedStatement statement;

    DeleteMentions(CqlSession session) {
        this.session = session;
        this.statement =
                session.prepare("DELETE FROM mentions_by_user USING TIMESTAMP ? WHERE member = ? AND conversation = ?");
    }

    CompletionStage<?> execute(UserId user, ConversationId conversation, Instant at) {
        long written = TimeUnit.MILLISECONDS.toMicros(at.toEpochMilli());
        return session.executeAsync(statement.bind(written, user.value(), conversation.value()));
    }
}
