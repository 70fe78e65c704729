package chat.natter.history.message;

import static java.util.Objects.requireNonNull;

import chat.natter.contract.ConversationId;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import java.util.Optional;

/** Reads the start of a bucket, or of the nearest one below it that has any. */
final class SelectBucketStart {
    private final CqlSession session;
    private final PreparedStatement statement;

    SelectBucketStart(CqlSession session) {
        this.session = session;
        this.statement = session.prepare("SELECT bucket, epoch, seq, at FROM bucket_starts"
                + " WHERE conversation = ? AND bucket <= ? ORDER BY bucket DESC LIMIT 1");
    }

    Optional<BucketStart> execute(ConversationId conversation, long bucket) {
        Row row = session.execute(statement.bind(conversation.value(), bucket)).one();
        return row == null
                ? Optional.empty()
                : Optional.of(new BucketStart(
                        conversation,
                        row.getLong("bucket"),
                        row.getLong("epoch"),
                        row.getLong("seq"),
                        requireNonNull(row.getInstant("at"))));
    }
}
