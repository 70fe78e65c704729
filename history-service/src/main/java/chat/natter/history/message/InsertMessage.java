package chat.natter.history.message;

import chat.natter.contract.frame.Action;
import chat.natter.contract.frame.Mentions;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.BoundStatementBuilder;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import java.time.Instant;
import java.util.concurrent.CompletionStage;

/** Writes one message. By default with the message's own time as write time, so that a repeat changes nothing. */
final class InsertMessage {
    private final CqlSession session;
    private final PreparedStatement statement;

    InsertMessage(CqlSession session) {
        this.session = session;
        this.statement = session.prepare(
                "INSERT INTO messages_by_conversation"
                        + " (conversation, bucket, seq, epoch, sender, device, message_id, at, content, reply_to, expires_at,"
                        + " action, target, forwarded, mentions)"
                        + " VALUES (:conversation, :bucket, :seq, :epoch, :sender, :device, :message_id, :at, :content,"
                        + " :reply_to, :expires_at, :action, :target, :forwarded, :mentions) USING TIMESTAMP :written AND TTL :ttl");
    }

    CompletionStage<?> execute(ArchivedMessage message, int ttlSeconds) {
        return execute(message, WriteTime.of(message), ttlSeconds);
    }

    CompletionStage<?> execute(ArchivedMessage message, long written, int ttlSeconds) {
        BoundStatementBuilder bound = statement
                .boundStatementBuilder()
                .setString("conversation", message.conversation().value())
                .setLong("bucket", Buckets.of(message.seq()))
                .setLong("seq", message.seq())
                .setLong("epoch", message.epoch())
                .setString("sender", message.from().value())
                .setString("device", message.device().value())
                .setUuid("message_id", message.id().value())
                .setInstant("at", message.at())
                .setString("content", message.content().json())
                .setLong("written", written)
                .setInt("ttl", ttlSeconds);
        // What is absent stays unset: a null would be written as a tombstone.
        if (message.replyTo() != 0) {
            bound = bound.setLong("reply_to", message.replyTo());
        }
        if (message.action() != Action.MESSAGE) {
            bound = bound.setString("action", message.action().word()).setLong("target", message.target());
        }
        if (message.forwarded() != 0) {
            bound = bound.setInt("forwarded", message.forwarded());
        }
        if (!message.mentions().equals(Mentions.NONE)) {
            bound = bound.setList("mentions", MentionColumn.write(message.mentions()), String.class);
        }
        Instant expiresAt = message.expiresAt();
        if (expiresAt != null) {
            bound = bound.setInstant("expires_at", expiresAt);
        }
        return session.executeAsync(bound.build());
    }
}
