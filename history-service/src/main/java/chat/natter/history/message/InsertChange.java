package chat.natter.history.message;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import java.util.concurrent.CompletionStage;

/** Writes what was done to a message beside it, with the change's own time as write time. */
final class InsertChange {
    private final CqlSession session;
    private final PreparedStatement statement;

    InsertChange(CqlSession session) {
        this.session = session;
        this.statement = session.prepare("INSERT INTO changes_by_message"
                + " (conversation, bucket, target, seq, action, sender, at, content)"
                + " VALUES (:conversation, :bucket, :target, :seq, :action, :sender, :at, :content)"
                + " USING TIMESTAMP :written AND TTL :ttl");
    }

    CompletionStage<?> execute(ArchivedMessage change, int ttlSeconds) {
        return execute(change, WriteTime.of(change), ttlSeconds);
    }

    CompletionStage<?> execute(ArchivedMessage change, long written, int ttlSeconds) {
        return session.executeAsync(statement
                .boundStatementBuilder()
                .setString("conversation", change.conversation().value())
                .setLong("bucket", Buckets.of(change.target()))
                .setLong("target", change.target())
                .setLong("seq", change.seq())
                .setString("action", change.action().word())
                .setString("sender", change.from().value())
                .setInstant("at", change.at())
                .setString("content", change.content().json())
                .setLong("written", written)
                .setInt("ttl", ttlSeconds)
                .build());
    }
}
