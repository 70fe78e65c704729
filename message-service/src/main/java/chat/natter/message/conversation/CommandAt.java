package chat.natter.message.conversation;

import chat.natter.contract.ConversationId;
import chat.natter.contract.record.Command;

/**
 * A command and its place in the log.
 *
 * @param by the record's offset plus one, so that 0 can mean none
 * @param at the record's time, milliseconds since 1970
 */
public record CommandAt(ConversationId conversation, Command command, long by, long at) {}
