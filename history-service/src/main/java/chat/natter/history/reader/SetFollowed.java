package chat.natter.history.reader;

import chat.natter.contract.ConversationId;
import chat.natter.contract.UserId;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.ResultSet;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** Sets that a user follows a topic, or takes it away, with the time of the request as write time. */
final class SetFollowed {
    private final CqlSession session;
    private final PreparedStatement insert;
    private final PreparedStatement delete;

    SetFollowed(CqlSession session) {
        this.session = session;
        this.insert = session.prepare("INSERT INTO topics_by_reader (member, conversation)"
                + " VALUES (:member, :conversation) USING TIMESTAMP :written");
        this.delete = session.prepare("DELETE FROM topics_by_reader USING TIMESTAMP :written"
                + " WHERE member = :member AND conversation = :conversation");
    }

    ResultSet execute(UserId user, ConversationId topic, boolean follows, Instant at) {
        return session.execute((follows ? insert : delete)
                .boundStatementBuilder()
                .setString("member", user.value())
                .setString("conversation", topic.value())
                .setLong("written", TimeUnit.MILLISECONDS.toMicros(at.toEpochMilli()))
                .build());
    }
}
