package chat.natter.history.message;

import static java.util.Objects.requireNonNull;

import chat.natter.contract.ConversationId;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import java.time.Instant;
import java.util.OptionalLong;

/** Reads the times of one bucket's messages, and nothing else of them. */
final class SelectTimes {
    private final CqlSession session;
    private final PreparedStatement statement;

    SelectTimes(CqlSession session) {
        this.session = session;
        this.statement = session.prepare("SELECT seq, at FROM messages_by_conversation"
                + " WHERE conversation = ? AND bucket = ? ORDER BY seq ASC");
    }

    /** The first message of the bucket that was accepted at that time or later. */
    OptionalLong firstAt(ConversationId conversation, long bucket, Instant time) {
        for (Row row :
                session.execute(statement.bind(conversation.value(), bucket).setPageSize((int) Buckets.SIZE))) {
            if (!requireNonNull(row.getInstant("at")).isBefore(time)) {
                return OptionalLong.of(row.getLong("seq"));
            }
        }
        return OptionalLong.empty();
    }
}
