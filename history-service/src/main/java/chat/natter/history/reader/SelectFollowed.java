package chat.natter.history.reader;

import static java.util.Objects.requireNonNull;

import chat.natter.contract.ConversationId;
import chat.natter.contract.UserId;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import java.util.ArrayList;
import java.util.List;

/** Reads which topics a user follows. */
final class SelectFollowed {
    private final CqlSession session;
    private final PreparedStatement all;
    private final PreparedStatement one;

    SelectFollowed(CqlSession session) {
        this.session = session;
        this.all = session.prepare("SELECT conversation FROM topics_by_reader WHERE member = ?");
        this.one = session.prepare("SELECT conversation FROM topics_by_reader WHERE member = ? AND conversation = ?");
    }

    List<ConversationId> all(UserId user) {
        List<ConversationId> topics = new ArrayList<>();
        for (Row row : session.execute(all.bind(user.value()))) {
            topics.add(new ConversationId(requireNonNull(row.getString("conversation"))));
        }
        return topics;
    }

    boolean contains(UserId user, ConversationId topic) {
        return session.execute(one.bind(user.value(), topic.value())).one() != null;
    }
}
