package chat.natter.history.name;

import chat.natter.contract.UserId;
import chat.natter.history.message.OrUnavailable;
import chat.natter.history.message.WritesInFlight;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Names in Cassandra; see {@code V010__jobs.cql}. */
final class CassandraNames implements NameStore {
    private static final int MOST_WRITES = 64;

    private final CqlSession session;
    private final PreparedStatement insert;
    private final PreparedStatement select;

    CassandraNames(CqlSession session) {
        this.session = session;
        this.insert = session.prepare("INSERT INTO names_by_user (member, name) VALUES (?, ?) USING TIMESTAMP ?");
        this.select = session.prepare("SELECT name FROM names_by_user WHERE member = ?");
    }

    @Override
    public void write(List<NameChange> changes) {
        WritesInFlight writes = new WritesInFlight(MOST_WRITES);
        changes.forEach(change -> writes.start(
                () -> session.executeAsync(insert.bind(change.user().value(), change.name(), change.version()))));
        writes.await();
    }

    @Override
    public Map<UserId, String> of(Collection<UserId> users) {
        Map<UserId, CompletableFuture<AsyncResultSet>> answers = new LinkedHashMap<>();
        users.forEach(user -> answers.computeIfAbsent(
                user, one -> session.executeAsync(select.bind(one.value())).toCompletableFuture()));
        return OrUnavailable.read(() -> {
            Map<UserId, String> names = new LinkedHashMap<>();
            answers.forEach((user, answer) -> {
                Row row = answer.join().one();
                String name = row == null ? null : row.getString("name");
                if (name != null) {
                    names.put(user, name);
                }
            });
            return names;
        });
    }
}
