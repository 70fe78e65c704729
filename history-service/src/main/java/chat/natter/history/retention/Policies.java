package chat.natter.history.retention;

import java.util.List;

/**
 * What was laid down for single conversations. Every method throws {@link chat.natter.history.message.StoreUnavailable}
 * while the store is away.
 */
interface Policies {
    /** All of them: they are exceptions, and few. */
    List<Policy> all();

    void write(Policy policy);

    /** Says that the policy, unless it was changed since, is what the archive is in line with. */
    void markInLine(Policy policy);
}
