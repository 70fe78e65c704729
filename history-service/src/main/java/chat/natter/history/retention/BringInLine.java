package chat.natter.history.retention;

import chat.natter.contract.ConversationId;
import chat.natter.history.erasure.WithoutErased;
import chat.natter.history.message.ChangeStore;
import chat.natter.history.message.EveryEntry;
import chat.natter.history.message.MessageStore;
import chat.natter.history.message.Visible;
import chat.natter.history.search.IndexMessages;
import jakarta.inject.Singleton;
import java.time.Clock;

/**
 * Brings what was archived before in line with a policy: what is kept longer or shorter from now on, and what could not
 * be erased or taken back while it was held. May be done again.
 */
@Singleton
final class BringInLine {
    private final MessageStore messages;
    private final ChangeStore changes;
    private final IndexMessages indexMessages;
    private final WithoutErased withoutErased;
    private final Clock clock;

    BringInLine(
            MessageStore messages,
            ChangeStore changes,
            IndexMessages indexMessages,
            WithoutErased withoutErased,
            Clock clock) {
        this.messages = messages;
        this.changes = changes;
        this.indexMessages = indexMessages;
        this.withoutErased = withoutErased;
        this.clock = clock;
    }

    void bring(ConversationId conversation) {
        new EveryEntry(messages).of(conversation, Visible.ALL, entries -> {
            indexMessages.renew(entries, clock.instant());
            changes.renew(entries);
            messages.renew(entries);
            withoutErased.eraseWhatIsDue(entries);
        });
    }
}
