package chat.natter.history.search;

import chat.natter.contract.UserId;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** Forgets what a user could search: one partition. */
final class DeleteConversations {
    private final CqlSession session;
    private final PreparedStatement statement;

    DeleteConversations(CqlSession session) {
        this.session = session;
        this.statement = session.prepare("DELETE FROM search_activity USING TIMESTAMP ? WHERE user = ?");
    }

    boolean execute(UserId user, Instant at) {
        long written = TimeUnit.MILLISECONDS.toMicros(at.toEpochMilli());
        return session.execute(statement.bind(written, user.value())).wasApplied();
    }
}
