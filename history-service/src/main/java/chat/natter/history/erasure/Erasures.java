package chat.natter.history.erasure;

import chat.natter.contract.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/**
 * The accounts that were erased. Every method throws {@link chat.natter.history.message.StoreUnavailable} while the
 * store is away.
 */
interface Erasures {
    /** From now on nothing that the user says is to be archived. Idempotent. */
    void begin(UserId user, Instant askedAt);

    /** Keeps the proof. */
    void finish(Erasure erasure);

    /** Whether the proof is there. */
    boolean isFinished(UserId user);

    /** Those of the users that were erased, and when. */
    Map<UserId, Instant> among(Collection<UserId> users);
}
