package chat.natter.auth.account;

import chat.natter.contract.MediaId;
import chat.natter.contract.UserId;
import org.jspecify.annotations.Nullable;

/**
 * What every signed-in user may know about another.
 *
 * @param username null until the account has chosen one
 * @param about empty if there is nothing to say
 * @param avatar the picture, if there is one
 */
public record Profile(
        UserId user,
        @Nullable Username username,
        String displayName,
        String about,
        @Nullable MediaId avatar) {}
