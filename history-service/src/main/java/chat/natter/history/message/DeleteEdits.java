package chat.natter.history.message;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import java.util.concurrent.TimeUnit;

/** Forgets what was done to a message before it was taken back; the retraction itself stays. */
final class DeleteEdits {
    private final CqlSession session;
    private final PreparedStatement statement;

    DeleteEdits(CqlSession session) {
        this.session = session;
        this.statement = session.prepare("DELETE FROM changes_by_message USING TIMESTAMP ?"
                + " WHERE conversation = ? AND bucket = ? AND target = ?");
    }

    void execute(ArchivedMessage retraction) {
        // One microsecond before the retraction's own row.
        long before = TimeUnit.MILLISECONDS.toMicros(retraction.at().toEpochMilli()) - 1;
        session.execute(statement.bind(
                before, retraction.conversation().value(), Buckets.of(retraction.target()), retraction.target()));
    }
}
