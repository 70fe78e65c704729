package chat.natter.client.rest;

import chat.natter.contract.UserId;

/** What others may see of an account. */
public record Profile(UserId userId, String username, String displayName) {}
