package chat.natter.history.message;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.ResultSet;

/** Reads a slice from its highest number down. */
final class SelectOlder {
    private final CqlSession session;
    private final PreparedStatement statement;

    SelectOlder(CqlSession session) {
        this.session = session;
        this.statement = session.prepare("SELECT " + ReadRow.COLUMNS + " FROM messages_by_conversation"
                + " WHERE conversation = :conversation AND bucket = :bucket AND seq >= :first AND seq <= :last"
                + " ORDER BY seq DESC LIMIT :count");
    }

    ResultSet execute(Slice slice, int limit) {
        return session.execute(statement
                .boundStatementBuilder()
                .setString("conversation", slice.conversation().value())
                .setLong("bucket", slice.bucket())
                .setLong("first", slice.first())
                .setLong("last", slice.last())
                .setInt("count", limit)
                .setPageSize(ReadRow.FETCH_SIZE)
                .build());
    }
}
