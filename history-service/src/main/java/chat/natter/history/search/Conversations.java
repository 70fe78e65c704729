package chat.natter.history.search;

import chat.natter.contract.UserId;
import java.time.Instant;
import java.util.List;

/**
 * Who has what to search. Idempotent like the index; every method throws
 * {@link chat.natter.history.message.StoreUnavailable} while the store is away.
 */
interface Conversations {
    /** Returns only when all of them are durable. The latest of a conversation wins. */
    void tell(List<Activity> activities);

    /** The user has nothing to search any more as of that time: the user is no more. */
    void forget(UserId user, Instant at);

    /** The latest known activity of each conversation of the user. */
    List<Activity> of(UserId user);
}
