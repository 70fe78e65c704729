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
import java.util.Optional;

/** Reads where buckets of a conversation start: rows of one partition. */
final class SelectBucketStart {
    private final CqlSession session;
    private final PreparedStatement selectNearest;
    private final PreparedStatement selectThese;

    SelectBucketStart(CqlSession session) {
        this.session = session;
        this.selectNearest = session.prepare("SELECT bucket, epoch, seq, at FROM bucket_starts"
                + " WHERE conversation = ? AND bucket <= ? ORDER BY bucket DESC LIMIT 1");
        this.selectThese = session.prepare(
                "SELECT bucket, epoch, seq, at FROM bucket_starts WHERE conversation = ? AND bucket IN ?");
    }

    /** That of the bucket, or of the nearest one below it that has any. */
    Optional<BucketStart> nearest(ConversationId conversation, long bucket) {
        Row row = session.execute(selectNearest.bind(conversation.value(), bucket))
                .one();
        return Optional.ofNullable(row).map(found -> start(conversation, found));
    }

    /** Those of the buckets that have any. */
    Map<Long, BucketStart> these(ConversationId conversation, Collection<Long> buckets) {
        Map<Long, BucketStart> starts = new HashMap<>();
        for (Row row : session.execute(selectThese.bind(conversation.value(), List.copyOf(buckets)))) {
            BucketStart start = start(conversation, row);
            starts.put(start.bucket(), start);
        }
        return starts;
    }

    private static BucketStart start(ConversationId conversation, Row row) {
        return new BucketStart(
                conversation,
                row.getLong("bucket"),
                row.getLong("epoch"),
                row.getLong("seq"),
                requireNonNull(row.getInstant("at")));
    }
}
