package chat.natter.history.message;

import chat.natter.contract.ConversationId;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Reads some messages of one bucket by their numbers. */
final class SelectMessages {
    private final CqlSession session;
    private final PreparedStatement statement;

    SelectMessages(CqlSession session) {
        this.session = session;
        this.statement = session.prepare("SELECT " + ReadRow.COLUMNS + " FROM messages_by_conversation"
                + " WHERE conversation = :conversation AND bucket = :bucket AND seq IN :seqs");
    }

    CompletionStage<AsyncResultSet> execute(ConversationId conversation, long bucket, List<Long> seqs) {
        return session.executeAsync(statement
                .boundStatementBuilder()
                .setString("conversation", conversation.value())
                .setLong("bucket", bucket)
                .setList("seqs", seqs, Long.class)
                .setPageSize(ReadRow.FETCH_SIZE)
                .build());
    }
}
