package chat.natter.history.reader;

import chat.natter.contract.UserId;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.ResultSet;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** Forgets what a user followed: one partition, one tombstone. */
final class DeleteFollowed {
    private final CqlSession session;
    private final PreparedStatement statement;

    DeleteFollowed(CqlSession session) {
        this.session = session;
        this.statement = session.prepare("DELETE FROM topics_by_reader USING TIMESTAMP ? WHERE member = ?");
    }

    ResultSet execute(UserId user, Instant at) {
        return session.execute(statement.bind(TimeUnit.MILLISECONDS.toMicros(at.toEpochMilli()), user.value()));
    }
}
