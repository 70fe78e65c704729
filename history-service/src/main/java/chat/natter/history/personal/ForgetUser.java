package chat.natter.history.personal;

import chat.natter.contract.ConversationId;
import chat.natter.contract.UserId;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.ResultSet;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** Deletes whole partitions of a user who is gone: one tombstone each. */
final class ForgetUser {
    private final CqlSession session;
    private final PreparedStatement personal;
    private final PreparedStatement stars;
    private final PreparedStatement hidden;

    ForgetUser(CqlSession session) {
        this.session = session;
        this.personal = session.prepare("DELETE FROM personal_by_user USING TIMESTAMP ? WHERE member = ?");
        this.stars = session.prepare("DELETE FROM stars_by_user USING TIMESTAMP ? WHERE member = ?");
        this.hidden =
                session.prepare("DELETE FROM hidden_by_user USING TIMESTAMP ? WHERE member = ? AND conversation = ?");
    }

    ResultSet hidden(UserId user, ConversationId conversation, Instant at) {
        return session.execute(hidden.bind(micros(at), user.value(), conversation.value()));
    }

    ResultSet everythingElse(UserId user, Instant at) {
        session.execute(stars.bind(micros(at), user.value()));
        return session.execute(personal.bind(micros(at), user.value()));
    }

    private static long micros(Instant at) {
        return TimeUnit.MILLISECONDS.toMicros(at.toEpochMilli());
    }
}
