package chat.natter.auth.account;

import chat.natter.contract.UserId;

/** What every signed-in user may know about another. */
public record Profile(UserId user, Username username, String displayName) {}
