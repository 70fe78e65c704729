package chat.natter.history.overview;

import chat.natter.contract.UserId;
import java.util.List;

/**
 * Where it is kept which conversations users have. Writing is idempotent. Every method throws
 * {@link chat.natter.history.message.StoreUnavailable} while the store is away.
 */
public interface OverviewStore {
    /** Returns only when all of it is durable. */
    void write(List<Newcomer> newcomers);

    /** Of all conversations that the user has or had, with at least one entry. */
    List<Progress> of(UserId user);
}
