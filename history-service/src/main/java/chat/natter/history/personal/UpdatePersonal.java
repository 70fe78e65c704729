package chat.natter.history.personal;

import chat.natter.contract.ConversationId;
import chat.natter.contract.UserId;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.BoundStatementBuilder;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.ResultSet;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** Sets what a user wants to change, with the time of the request as write time; what is not named stays. */
final class UpdatePersonal {
    private final CqlSession session;
    private final PreparedStatement statement;

    UpdatePersonal(CqlSession session) {
        this.session = session;
        this.statement = session.prepare("UPDATE personal_by_user USING TIMESTAMP :written SET muted_until = :muted,"
                + " archived = :archived, pinned = :pinned, unread_from = :unread"
                + " WHERE member = :member AND conversation = :conversation");
    }

    ResultSet execute(UserId user, ConversationId conversation, PersonalChange change, long readUpTo, Instant at) {
        BoundStatementBuilder bound = statement
                .boundStatementBuilder()
                .setLong("written", TimeUnit.MILLISECONDS.toMicros(at.toEpochMilli()))
                .setString("member", user.value())
                .setString("conversation", conversation.value());
        PersonalChange.Mute mute = change.mute();
        if (mute != null) {
            Instant until = mute.until();
            bound = until == null ? bound.setToNull("muted") : bound.setInstant("muted", until);
        }
        Boolean archived = change.archived();
        if (archived != null) {
            bound = bound.setBoolean("archived", archived);
        }
        Boolean pinned = change.pinned();
        if (pinned != null) {
            bound = bound.setBoolean("pinned", pinned);
        }
        Boolean unread = change.unread();
        if (unread != null) {
            bound = unread ? bound.setLong("unread", readUpTo) : bound.setToNull("unread");
        }
        return session.execute(bound.build());
    }
}
