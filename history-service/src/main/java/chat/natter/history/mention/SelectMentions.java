package chat.natter.history.mention;

import chat.natter.contract.ConversationId;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;

/** Reads which messages behind a number mention a member: one slice of one partition. */
final class SelectMentions {
    private final CqlSession session;
    private final PreparedStatement statement;

    SelectMentions(CqlSession session) {
        this.session = session;
        this.statement = session.prepare(
                "SELECT seq FROM mentions_by_user WHERE member = ? AND conversation = ? AND seq > ? LIMIT ?");
    }

    /** The newest ones. */
    List<Long> behind(String member, ConversationId conversation, long seq, int most) {
        List<Long> found = new ArrayList<>();
        session.execute(statement.bind(member, conversation.value(), seq, most))
                .forEach(row -> found.add(row.getLong("seq")));
        return found;
    }
}
