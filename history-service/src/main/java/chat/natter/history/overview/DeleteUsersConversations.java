package chat.natter.history.overview;

import chat.natter.contract.UserId;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** Forgets which conversations a user had: one partition, so that it costs one tombstone that nobody reads over. */
final class DeleteUsersConversations {
    private final CqlSession session;
    private final PreparedStatement statement;

    DeleteUsersConversations(CqlSession session) {
        this.session = session;
        this.statement = session.prepare("DELETE FROM conversations_by_user USING TIMESTAMP ? WHERE member = ?");
    }

    boolean execute(UserId user, Instant at) {
        long written = TimeUnit.MILLISECONDS.toMicros(at.toEpochMilli());
        return session.execute(statement.bind(written, user.value())).wasApplied();
    }
}
