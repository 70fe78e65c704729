package chat.natter.media.access;

import chat.natter.contract.ConversationId;
import chat.natter.contract.UserId;

/** Somebody sent a file to a conversation; whether they could read it themselves is another question. */
record Reference(ConversationId conversation, UserId from) {}
