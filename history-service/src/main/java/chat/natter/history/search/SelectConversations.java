package chat.natter.history.search;

import static java.util.Objects.requireNonNull;

import chat.natter.contract.ConversationId;
import chat.natter.contract.UserId;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import java.util.ArrayList;
import java.util.List;

/** Reads the conversations of a user: one partition. */
final class SelectConversations {
    private final CqlSession session;
    private final PreparedStatement statement;

    SelectConversations(CqlSession session) {
        this.session = session;
        this.statement = session.prepare("SELECT conversation, seq, at FROM search_activity WHERE user = ?");
    }

    List<Activity> execute(UserId user) {
        List<Activity> found = new ArrayList<>();
        for (Row row : session.execute(statement.bind(user.value()))) {
            found.add(new Activity(
                    user,
                    new ConversationId(requireNonNull(row.getString("conversation"))),
                    row.getLong("seq"),
                    requireNonNull(row.getInstant("at"))));
        }
        return found;
    }
}
