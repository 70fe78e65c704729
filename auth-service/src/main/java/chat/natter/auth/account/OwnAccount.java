package chat.natter.auth.account;

/**
 * An account as its owner sees it.
 *
 * @param discoverable whether those who have its phone number may find it by that
 */
public record OwnAccount(Profile profile, boolean discoverable) {}
