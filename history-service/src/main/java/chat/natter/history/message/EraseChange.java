package chat.natter.history.message;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import java.time.Instant;
import java.util.concurrent.CompletionStage;

/** Takes the words of an edit, a reaction or a vote away, where it lies beside the message that it is about. */
final class EraseChange {
    private final CqlSession session;
    private final PreparedStatement statement;

    EraseChange(CqlSession session) {
        this.session = session;
        this.statement = session.prepare("UPDATE changes_by_message USING TIMESTAMP :written AND TTL :ttl"
                + " SET content = :content WHERE conversation = :conversation AND bucket = :bucket"
                + " AND target = :target AND seq = :seq");
    }

    CompletionStage<?> execute(ArchivedMessage change, Instant erasedAt, int ttlSeconds) {
        return session.executeAsync(statement
                .boundStatementBuilder()
                .setLong("written", WriteTime.ofErasure(change, erasedAt))
                .setInt("ttl", ttlSeconds)
                .setString("content", ErasedContent.NOTHING.json())
                .setString("conversation", change.conversation().value())
                .setLong("bucket", Buckets.of(change.target()))
                .setLong("target", change.target())
                .setLong("seq", change.seq())
                .build());
    }
}
