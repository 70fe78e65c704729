package chat.natter.history.search;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import java.util.concurrent.TimeUnit;

/** Takes one token of one message out of the index; an older insert that comes again later does not bring it back. */
final class DeletePosting {
    private final PreparedStatement statement;

    DeletePosting(CqlSession session) {
        this.statement = session.prepare("DELETE FROM search_postings USING TIMESTAMP :written"
                + " WHERE conversation = :conversation AND bucket = :bucket AND term = :term AND at = :at"
                + " AND seq = :seq");
    }

    BoundStatement of(IndexEntry entry, String token) {
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
                .build();
    }
}
