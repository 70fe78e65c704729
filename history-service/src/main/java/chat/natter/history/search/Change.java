package chat.natter.history.search;

import chat.natter.contract.ConversationId;
import chat.natter.contract.frame.Action;
import chat.natter.history.message.ArchivedMessage;
import chat.natter.history.message.MessageKey;

/**
 * That a message was edited or taken back.
 *
 * @param target the message
 * @param seq the entry of the log that did it
 * @param retracted false for an edit
 */
record Change(ConversationId conversation, long target, long seq, boolean retracted) {
    static boolean isOne(ArchivedMessage entry) {
        return entry.action() == Action.EDIT || entry.action() == Action.RETRACT;
    }

    static Change of(ArchivedMessage entry) {
        return new Change(entry.conversation(), entry.target(), entry.seq(), entry.action() == Action.RETRACT);
    }

    MessageKey changed() {
        return new MessageKey(conversation, target);
    }

    MessageKey by() {
        return new MessageKey(conversation, seq);
    }
}
