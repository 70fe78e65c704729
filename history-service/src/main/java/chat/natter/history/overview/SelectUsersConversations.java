package chat.natter.history.overview;

import static java.util.Objects.requireNonNull;

import chat.natter.contract.ConversationId;
import chat.natter.contract.UserId;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import java.util.ArrayList;
import java.util.List;

/** Reads which conversations a user has or had, however many. */
final class SelectUsersConversations {
    private final CqlSession session;
    private final PreparedStatement statement;

    SelectUsersConversations(CqlSession session) {
        this.session = session;
        this.statement = session.prepare("SELECT conversation FROM conversations_by_user WHERE member = ?");
    }

    List<ConversationId> execute(UserId user) {
        List<ConversationId> found = new ArrayList<>();
        for (Row row : session.execute(statement.bind(user.value()))) {
            found.add(new ConversationId(requireNonNull(row.getString("conversation"))));
        }
        return found;
    }
}
