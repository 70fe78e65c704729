package chat.natter.history.search;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import java.util.concurrent.CompletionStage;

/** Remembers that a message was edited or taken back; writing it again changes nothing. */
final class InsertChange {
    private final CqlSession session;
    private final PreparedStatement statement;

    InsertChange(CqlSession session) {
        this.session = session;
        this.statement = session.prepare("INSERT INTO search_changes (conversation, bucket, target, seq, retracted)"
                + " VALUES (:conversation, :bucket, :target, :seq, :retracted)");
    }

    CompletionStage<?> execute(Change change) {
        return session.executeAsync(statement
                .boundStatementBuilder()
                .setString("conversation", change.conversation().value())
                .setLong("bucket", IndexBuckets.of(change.target()))
                .setLong("target", change.target())
                .setLong("seq", change.seq())
                .setBoolean("retracted", change.retracted())
                .build());
    }
}
