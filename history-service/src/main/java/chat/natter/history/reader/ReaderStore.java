package chat.natter.history.reader;

import chat.natter.contract.ConversationId;
import chat.natter.contract.UserId;
import java.time.Instant;
import java.util.List;

/**
 * Where it is kept which topics users follow: by reader, so that nobody can list the readers of a topic. Every method
 * throws {@link chat.natter.history.message.StoreUnavailable} while the store is away.
 */
public interface ReaderStore {
    boolean follows(UserId user, ConversationId topic);

    List<ConversationId> topicsOf(UserId user);

    /** Idempotent; what was set last holds. */
    void set(UserId user, ConversationId topic, boolean follows, Instant at);

    /** The user follows nothing any more as of that time: the user is no more. */
    void forget(UserId user, Instant at);
}
