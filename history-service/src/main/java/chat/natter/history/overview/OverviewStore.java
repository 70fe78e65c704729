package chat.natter.history.overview;

import chat.natter.contract.ConversationId;
import chat.natter.contract.UserId;
import java.time.Instant;
import java.util.List;

/**
 * Where it is kept which conversations users have. Writing is idempotent. Every method throws
 * {@link chat.natter.history.message.StoreUnavailable} while the store is away.
 */
public interface OverviewStore {
    /** Returns only when all of it is durable. */
    void write(List<Newcomer> newcomers);

    /** All conversations that the user has or had. */
    List<ConversationId> conversations(UserId user);

    /** The user has none any more as of that time: the user is no more. */
    void forget(UserId user, Instant at);

    /** Of all conversations that the user has or had, with at least one entry. */
    List<Progress> of(UserId user);
}
