package chat.natter.history.search;

import chat.natter.contract.UserId;
import chat.natter.history.message.OrUnavailable;
import chat.natter.history.message.WritesInFlight;
import com.datastax.oss.driver.api.core.CqlSession;
import java.time.Instant;
import java.util.List;

/** Conversations of users in Cassandra. */
final class CassandraConversations implements Conversations {
    private final InsertActivity insertActivity;
    private final SelectConversations selectConversations;
    private final DeleteConversations deleteConversations;
    private final int maxInFlight;

    CassandraConversations(CqlSession session, int maxInFlight) {
        this.insertActivity = new InsertActivity(session);
        this.selectConversations = new SelectConversations(session);
        this.deleteConversations = new DeleteConversations(session);
        this.maxInFlight = maxInFlight;
    }

    @Override
    public void tell(List<Activity> activities) {
        WritesInFlight writes = new WritesInFlight(maxInFlight);
        activities.forEach(activity -> writes.start(() -> insertActivity.execute(activity)));
        writes.await();
    }

    @Override
    public void forget(UserId user, Instant at) {
        OrUnavailable.read(() -> deleteConversations.execute(user, at));
    }

    @Override
    public List<Activity> of(UserId user) {
        return OrUnavailable.read(() -> selectConversations.execute(user));
    }
}
