package chat.natter.history.overview;

import chat.natter.contract.ConversationId;
import chat.natter.contract.UserId;

/** A user has that conversation since that seq. */
public record Newcomer(UserId user, ConversationId conversation, long seq) {}
