package chat.natter.history.search;

import chat.natter.contract.UserId;
import chat.natter.history.message.StoreUnavailable;
import chat.natter.history.message.WritesInFlight;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.DriverException;
import com.datastax.oss.driver.api.core.servererrors.QueryValidationException;
import java.util.List;

/** Conversations of users in Cassandra. */
final class CassandraConversations implements Conversations {
    private final InsertActivity insertActivity;
    private final SelectConversations selectConversations;
    private final int maxInFlight;

    CassandraConversations(CqlSession session, int maxInFlight) {
        this.insertActivity = new InsertActivity(session);
        this.selectConversations = new SelectConversations(session);
        this.maxInFlight = maxInFlight;
    }

    @Override
    public void tell(List<Activity> activities) {
        WritesInFlight writes = new WritesInFlight(maxInFlight);
        activities.forEach(activity -> writes.start(() -> insertActivity.execute(activity)));
        writes.await();
    }

    @Override
    public List<Activity> of(UserId user) {
        try {
            return selectConversations.execute(user);
        } catch (QueryValidationException e) {
            throw e;
        } catch (DriverException e) {
            throw new StoreUnavailable(e);
        }
    }
}
