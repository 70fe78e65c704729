package chat.natter.history.message;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import java.time.Instant;
import java.util.concurrent.CompletionStage;

/**
 * Takes the words of an entry away because its author was erased. An older event that is archived again does not bring
 * them back; what vanishes does so when the entry would have.
 */
final class EraseMessage {
    private final CqlSession session;
    private final PreparedStatement statement;

    EraseMessage(CqlSession session) {
        this.session = session;
        this.statement = session.prepare("UPDATE messages_by_conversation USING TIMESTAMP :written AND TTL :ttl"
                + " SET content = :content WHERE conversation = :conversation AND bucket = :bucket AND seq = :seq");
    }

    CompletionStage<?> execute(ArchivedMessage entry, Instant erasedAt, int ttlSeconds) {
        return session.executeAsync(statement
                .boundStatementBuilder()
                .setLong("written", WriteTime.ofErasure(entry, erasedAt))
                .setInt("ttl", ttlSeconds)
                .setString("content", ErasedContent.NOTHING.json())
                .setString("conversation", entry.conversation().value())
                .setLong("bucket", Buckets.of(entry.seq()))
                .setLong("seq", entry.seq())
                .build());
    }
}
