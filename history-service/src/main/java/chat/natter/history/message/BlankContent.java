package chat.natter.history.message;

import chat.natter.contract.ConversationId;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/**
 * Takes the words of an entry away, with the time of the retraction as write time: an older event that is archived
 * again does not bring them back. The blank lives no longer than the words would have.
 */
final class BlankContent {
    static final String BLANK = "{\"kind\":\"retracted\"}";

    private final CqlSession session;
    private final PreparedStatement timeToLive;
    private final PreparedStatement update;

    BlankContent(CqlSession session) {
        this.session = session;
        this.timeToLive = session.prepare("SELECT TTL(content) AS ttl FROM messages_by_conversation"
                + " WHERE conversation = ? AND bucket = ? AND seq = ?");
        this.update = session.prepare("UPDATE messages_by_conversation USING TIMESTAMP :written AND TTL :ttl"
                + " SET content = :content WHERE conversation = :conversation AND bucket = :bucket AND seq = :seq");
    }

    void execute(ConversationId conversation, long seq, Instant retracted) {
        long bucket = Buckets.of(seq);
        Row row = session.execute(timeToLive.bind(conversation.value(), bucket, seq))
                .one();
        if (row == null) {
            return;
        }
        // Later than an edit of the same millisecond.
        long written = TimeUnit.MILLISECONDS.toMicros(retracted.toEpochMilli()) + 1;
        session.execute(update.boundStatementBuilder()
                .setLong("written", written)
                .setInt("ttl", row.getInt("ttl"))
                .setString("content", BLANK)
                .setString("conversation", conversation.value())
                .setLong("bucket", bucket)
                .setLong("seq", seq)
                .build());
    }
}
