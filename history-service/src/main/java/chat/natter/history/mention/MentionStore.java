package chat.natter.history.mention;

import chat.natter.contract.ConversationId;
import chat.natter.contract.UserId;
import chat.natter.history.message.ArchivedMessage;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;

/**
 * Where it is found which messages mention a user. It only proposes: what became of a message later is not seen here.
 * Every method throws {@link chat.natter.history.message.StoreUnavailable} while the store is away.
 */
public interface MentionStore {
    /**
     * Keeps whom the messages mention, but for those who are no more. Idempotent; returns only when all of it is
     * durable.
     */
    void write(List<ArchivedMessage> messages, Set<UserId> erased);

    /** The newest messages behind {@code seq} that mention the user, by name or with all: {@code most} of each. */
    SortedSet<Long> behind(UserId user, ConversationId conversation, long seq, int most);

    /** Forgets where the user was mentioned by name, up to that time. */
    void forget(UserId user, List<ConversationId> conversations, Instant at);
}
