package chat.natter.history.search;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import java.util.concurrent.TimeUnit;

/** Puts one token of one message into the index, with the event's own time. */
final class InsertPosting {
    private final PreparedStatement statement;

    InsertPosting(CqlSession session) {
        this.statement = session.prepare("INSERT INTO search_postings (conversation, bucket, term, at, seq)"
                + " VALUES (:conversation, :bucket, :term, :at, :seq) USING TIMESTAMP :written AND TTL :ttl");
    }

    BoundStatement of(IndexEntry entry, String token, int ttlSeconds) {
        return statement
                .boundStatementBuilder()
                .setString("conversation", entry.conversation().value())
                .setLong("bucket", entry.bucket())
                .setString("term", token)
                .setInstant("at", entry.at())
                .setLong("seq", entry.seq())
                .setLong(
                        "written",
                        TimeUnit.MILLISECONDS.toMicros(entry.written().toEpochMilli()))
                .setInt("ttl", ttlSeconds)
                .build();
    }
}
