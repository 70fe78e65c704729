package chat.natter.history.name;

import chat.natter.contract.UserId;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What people call themselves now. Throws {@link chat.natter.history.message.StoreUnavailable} while the store is away.
 */
public interface NameStore {
    /**
     * Returns only when all of them are durable. In whatever order they come, the greatest version of each user holds.
     */
    void write(List<NameChange> changes);

    /** Of those of the users that are known; empty for those who were erased. */
    Map<UserId, String> of(Collection<UserId> users);

    /**
     * What somebody is called from now on.
     *
     * @param version of the account
     * @param name empty if the account was erased
     */
    record NameChange(UserId user, long version, String name) {}
}
