package chat.natter.history.message;

import chat.natter.contract.ConversationId;

/** What identifies a message. */
public record MessageKey(ConversationId conversation, long seq) {}
