package chat.natter.history.personal;

import chat.natter.contract.ConversationId;
import chat.natter.contract.UserId;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.ResultSet;
import com.datastax.oss.driver.api.core.cql.Row;

/** Reads what a user has set for one conversation or for all, and how far the user has read. */
final class SelectPersonal {
    private static final String ALL =
            "SELECT conversation, muted_until, archived, pinned, unread_from FROM personal_by_user WHERE member = ?";

    private final CqlSession session;
    private final PreparedStatement all;
    private final PreparedStatement one;
    private final PreparedStatement read;

    SelectPersonal(CqlSession session) {
        this.session = session;
        this.all = session.prepare(ALL);
        this.one = session.prepare(ALL + " AND conversation = ?");
        this.read = session.prepare("SELECT read FROM marks_by_conversation WHERE conversation = ? AND member = ?");
    }

    ResultSet all(UserId user) {
        return session.execute(all.bind(user.value()));
    }

    ResultSet one(UserId user, ConversationId conversation) {
        return session.execute(one.bind(user.value(), conversation.value()));
    }

    long readUpTo(UserId user, ConversationId conversation) {
        Row row = session.execute(read.bind(conversation.value(), user.value())).one();
        return row == null ? 0 : row.getLong("read");
    }
}
