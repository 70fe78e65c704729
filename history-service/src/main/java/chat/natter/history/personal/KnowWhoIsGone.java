package chat.natter.history.personal;

import chat.natter.contract.UserId;

/** Knows whose accounts were erased, from a moment after it was asked for on. */
public interface KnowWhoIsGone {
    /** Throws {@link chat.natter.history.message.StoreUnavailable} while that cannot be found out. */
    boolean isGone(UserId user);
}
