package chat.natter.history.personal;

import chat.natter.contract.UserId;
import chat.natter.history.message.MessageKey;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import java.util.List;

/** Reads stars in their order: by conversation, and in it the newest first. */
final class SelectStars {
    private static final String ALL = "SELECT conversation, seq FROM stars_by_user WHERE member = ?";

    private final CqlSession session;
    private final PreparedStatement conversations;
    private final PreparedStatement rest;

    SelectStars(CqlSession session) {
        this.session = session;
        this.conversations = session.prepare(ALL + " AND conversation > ? LIMIT ?");
        this.rest = session.prepare(ALL + " AND conversation = ? AND seq < ? LIMIT ?");
    }

    /** Those of the conversations behind that one. */
    List<Row> behind(UserId user, String conversation, int limit) {
        return limit == 0
                ? List.of()
                : session.execute(conversations.bind(user.value(), conversation, limit))
                        .all();
    }

    /** The rest of a conversation. */
    List<Row> inConversationBehind(UserId user, MessageKey after, int limit) {
        return session.execute(rest.bind(user.value(), after.conversation().value(), after.seq(), limit))
                .all();
    }
}
