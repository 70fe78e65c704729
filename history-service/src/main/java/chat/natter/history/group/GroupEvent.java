package chat.natter.history.group;

import chat.natter.contract.ConversationId;
import chat.natter.contract.record.GroupChange;

/** A change of a group and its place in the log. */
public record GroupEvent(ConversationId conversation, long seq, GroupChange change) {}
