package chat.natter.history.erasure;

import chat.natter.contract.frame.Action;
import chat.natter.history.message.ArchivedMessage;
import chat.natter.history.message.ChangeStore;
import chat.natter.history.message.Lifetimes;
import chat.natter.history.message.MessageStore;
import chat.natter.history.search.IndexMessages;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

/** Takes away what entries say, wherever it lies: in the log, beside the messages that they are about, in the index. */
@Singleton
final class EraseEntries {
    private final MessageStore messages;
    private final ChangeStore changes;
    private final IndexMessages indexMessages;
    private final Lifetimes lifetimes;

    EraseEntries(MessageStore messages, ChangeStore changes, IndexMessages indexMessages, Lifetimes lifetimes) {
        this.messages = messages;
        this.changes = changes;
        this.indexMessages = indexMessages;
        this.lifetimes = lifetimes;
    }

    /**
     * What was done to a group tells who was a member when and is the group's, whoever did it. What is held waits for
     * the end of the hold.
     */
    boolean concerns(ArchivedMessage entry) {
        return entry.action() != Action.GROUP && !lifetimes.isHeld(entry.conversation());
    }

    /** For ever, however often they are archived again. */
    void erase(List<ArchivedMessage> entries, Instant at) {
        if (entries.isEmpty()) {
            return;
        }
        // The index first: which of its tokens are theirs is known only as long as the words are there.
        indexMessages.remove(entries, at);
        changes.erase(entries, at);
        messages.erase(entries, at);
    }
}
