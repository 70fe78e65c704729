package chat.natter.history.overview;

import chat.natter.contract.ConversationId;

/** A user has that conversation since that seq. */
public record Newcomer(String user, ConversationId conversation, long seq) {}
