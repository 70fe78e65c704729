package chat.natter.history.message;

import static java.util.Objects.requireNonNull;

import chat.natter.contract.ConversationId;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the starts of several buckets of one conversation: rows of one partition, by key. */
final class SelectBucketStarts {
    private final CqlSession session;
    private final PreparedStatement statement;

    SelectBucketStarts(CqlSession session) {
        this.session = session;
        this.statement = session.prepare(
                "SELECT bucket, epoch, seq, at FROM bucket_starts WHERE conversation = ? AND bucket IN ?");
    }

    Map<Long, BucketStart> execute(ConversationId conversation, Collection<Long> buckets) {
        Map<Long, BucketStart> starts = new HashMap<>();
        for (Row row : session.execute(statement.bind(conversation.value(), List.copyOf(buckets)))) {
            starts.put(
                    row.getLong("bucket"),
                    new BucketStart(
                            conversation,
                            row.getLong("bucket"),
                            row.getLong("epoch"),
                            row.getLong("seq"),
                            requireNonNull(row.getInstant("at"))));
        }
        return starts;
    }
}
