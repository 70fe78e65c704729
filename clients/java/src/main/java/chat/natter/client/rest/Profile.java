package chat.natter.client.rest;

import chat.natter.contract.UserId;

/**
 * What others may see of an account.
 *
 * @param username empty if it has none, as an account that was made by phone may
 */
public record Profile(UserId userId, String username, String displayName) {
    /** The user name, else the name that the user has given himself. */
    public String shownName() {
        return username.isEmpty() ? displayName : username;
    }
}
