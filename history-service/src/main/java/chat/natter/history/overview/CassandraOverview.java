package chat.natter.history.overview;

import chat.natter.contract.ConversationId;
import chat.natter.contract.UserId;
import chat.natter.history.message.OrUnavailable;
import chat.natter.history.message.StoreUnavailable;
import chat.natter.history.message.WritesInFlight;
import com.datastax.oss.driver.api.core.CqlSession;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionException;

/** Conversations of users in Cassandra; see {@code V004__groups.cql}. */
final class CassandraOverview implements OverviewStore {
    private static final int MAX_IN_FLIGHT = 64;

    private final InsertConversation insertConversation;
    private final SelectUsersConversations selectConversations;
    private final DeleteUsersConversations deleteConversations;
    private final SelectProgress selectProgress;

    CassandraOverview(CqlSession session) {
        this.insertConversation = new InsertConversation(session);
        this.selectConversations = new SelectUsersConversations(session);
        this.deleteConversations = new DeleteUsersConversations(session);
        this.selectProgress = new SelectProgress(session);
    }

    @Override
    public void write(List<Newcomer> newcomers) {
        WritesInFlight writes = new WritesInFlight(MAX_IN_FLIGHT);
        for (Newcomer newcomer : newcomers) {
            writes.start(() -> insertConversation.execute(newcomer.user(), newcomer.conversation(), newcomer.seq()));
        }
        writes.await();
    }

    @Override
    public List<ConversationId> conversations(UserId user) {
        return OrUnavailable.read(() -> selectConversations.execute(user));
    }

    @Override
    public void forget(UserId user, Instant at) {
        OrUnavailable.read(() -> deleteConversations.execute(user, at));
    }

    @Override
    public List<Progress> of(UserId user) {
        try {
            return OrUnavailable.read(() -> selectProgress.execute(user));
        } catch (CompletionException e) {
            throw new StoreUnavailable(e);
        }
    }
}
