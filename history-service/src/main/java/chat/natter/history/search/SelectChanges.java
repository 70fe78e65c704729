package chat.natter.history.search;

import chat.natter.contract.ConversationId;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Reads what was done to some messages of one bucket. */
final class SelectChanges {
    private final CqlSession session;
    private final PreparedStatement statement;

    SelectChanges(CqlSession session) {
        this.session = session;
        this.statement = session.prepare("SELECT target, seq, retracted FROM search_changes"
                + " WHERE conversation = :conversation AND bucket = :bucket AND target IN :targets");
    }

    CompletionStage<AsyncResultSet> execute(ConversationId conversation, long bucket, List<Long> targets) {
        return session.executeAsync(statement
                .boundStatementBuilder()
                .setString("conversation", conversation.value())
                .setLong("bucket", bucket)
                .setList("targets", targets, Long.class)
                .build());
    }
}
