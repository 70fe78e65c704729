package chat.natter.history.search;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import java.util.concurrent.CompletionStage;

/** Reads who has a word that begins so: a slice of the partition, by token. */
final class SelectBeginning {
    /** Rows per answer of the server: 100 KB. */
    private static final int FETCH_SIZE = 5_000;
    /** Sorts after every token that begins as the one before it: the highest code point that UTF-8 can say. */
    private static final String LAST = new String(Character.toChars(Character.MAX_CODE_POINT));

    private final CqlSession session;
    private final PreparedStatement statement;

    SelectBeginning(CqlSession session) {
        this.session = session;
        this.statement = session.prepare("SELECT at, seq FROM search_postings WHERE conversation = :conversation"
                + " AND bucket = :bucket AND term >= :first AND term < :last");
    }

    CompletionStage<AsyncResultSet> execute(Lookup.Beginning lookup) {
        return session.executeAsync(statement
                .boundStatementBuilder()
                .setString("conversation", lookup.conversation().value())
                .setLong("bucket", lookup.bucket())
                .setString("first", lookup.start())
                .setString("last", lookup.start() + LAST)
                .setPageSize(FETCH_SIZE)
                .build());
    }
}
