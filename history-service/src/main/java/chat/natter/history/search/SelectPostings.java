package chat.natter.history.search;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Reads who has one of some tokens: by token, and for each the newest first. */
final class SelectPostings {
    private final CqlSession session;
    private final PreparedStatement statement;

    SelectPostings(CqlSession session) {
        this.session = session;
        this.statement = session.prepare("SELECT at, seq FROM search_postings WHERE conversation = :conversation"
                + " AND bucket = :bucket AND term IN :terms AND (at, seq) <= (:newest, :newest_seq) AND (at, seq) >= (:oldest, :oldest_seq)"
                + " LIMIT :count");
    }

    CompletionStage<AsyncResultSet> execute(Lookup.Tokens lookup, Collection<String> tokens, int limit) {
        return session.executeAsync(statement
                .boundStatementBuilder()
                .setString("conversation", lookup.conversation().value())
                .setLong("bucket", lookup.bucket())
                .setList("terms", List.copyOf(tokens), String.class)
                .setInstant("oldest", lookup.oldest())
                .setLong("oldest_seq", 0)
                .setInstant("newest", lookup.newest().at())
                .setLong("newest_seq", lookup.newest().seq())
                .setInt("count", limit)
                .setPageSize(limit)
                .build());
    }
}
