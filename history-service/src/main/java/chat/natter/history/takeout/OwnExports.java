package chat.natter.history.takeout;

import chat.natter.contract.UserId;

/** Throws {@link chat.natter.history.message.StoreUnavailable} while the store is away. */
interface OwnExports {
    /** {@link OwnExport#NONE} if nothing is kept. */
    OwnExport of(UserId user);

    /** False if somebody else has changed it; then nothing happened. {@code after} is the next version. */
    boolean replace(UserId user, OwnExport after);
}
