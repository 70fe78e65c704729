package chat.natter.history.search;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Puts the tokens of one message into the index, with the event's own time. */
final class InsertPosting {
    /** The place of the token among the values. */
    private static final int TERM = 2;

    private final PreparedStatement statement;

    InsertPosting(CqlSession session) {
        this.statement = session.prepare("INSERT INTO search_postings (conversation, bucket, term, at, seq)"
                + " VALUES (:conversation, :bucket, :term, :at, :seq) USING TIMESTAMP :written AND TTL :ttl");
    }

    /** One row for each token. What they share is encoded once: there are a dozen of them in every message. */
    List<BoundStatement> of(IndexEntry entry, int ttlSeconds) {
        BoundStatement shared = statement
                .boundStatementBuilder()
                .setString("conversation", entry.conversation().value())
                .setLong("bucket", entry.bucket())
                .setInstant("at", entry.at())
                .setLong("seq", entry.seq())
                .setLong(
                        "written",
                        TimeUnit.MILLISECONDS.toMicros(entry.written().toEpochMilli()))
                .setInt("ttl", ttlSeconds)
                .build();
        return entry.tokens().stream()
                .map(token -> shared.setString(TERM, token))
                .toList();
    }
}
