package chat.natter.history.reader;

import chat.natter.contract.ConversationId;
import chat.natter.contract.UserId;
import chat.natter.history.message.OrUnavailable;
import com.datastax.oss.driver.api.core.CqlSession;
import java.time.Instant;
import java.util.List;

/** Followed topics in Cassandra; see {@code V011__topics.cql}. */
final class CassandraReaders implements ReaderStore {
    private final SetFollowed setFollowed;
    private final SelectFollowed selectFollowed;
    private final DeleteFollowed deleteFollowed;

    CassandraReaders(CqlSession session) {
        this.setFollowed = new SetFollowed(session);
        this.selectFollowed = new SelectFollowed(session);
        this.deleteFollowed = new DeleteFollowed(session);
    }

    @Override
    public boolean follows(UserId user, ConversationId topic) {
        return OrUnavailable.read(() -> selectFollowed.contains(user, topic));
    }

    @Override
    public List<ConversationId> topicsOf(UserId user) {
        return OrUnavailable.read(() -> selectFollowed.all(user));
    }

    @Override
    public void set(UserId user, ConversationId topic, boolean follows, Instant at) {
        OrUnavailable.read(() -> setFollowed.execute(user, topic, follows, at));
    }

    @Override
    public void forget(UserId user, Instant at) {
        OrUnavailable.read(() -> deleteFollowed.execute(user, at));
    }
}
