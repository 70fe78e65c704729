package chat.natter.history.message;

import chat.natter.contract.ConversationId;
import java.time.Instant;
import java.util.List;

/** What was done to messages, by the message. Throws {@link StoreUnavailable} while the store is away. */
public interface ChangeStore {
    /** Keeps those of the entries that have a target. Idempotent by (conversation, seq). */
    void write(List<ArchivedMessage> entries);

    /**
     * Puts {@link ErasedContent} in the place of what those of the entries say that have a target, for ever. Returns
     * only when that is durable.
     */
    void erase(List<ArchivedMessage> entries, Instant erasedAt);

    /**
     * Brings how long those of the entries that have a target are kept in line with the present {@link Lifetimes}, and
     * takes away what was taken back and is not held any more.
     */
    void renew(List<ArchivedMessage> entries);

    /** What was done to the messages {@code first} to {@code last}, in any order; bounded, the oldest first. */
    List<ArchivedMessage> changes(ConversationId conversation, long first, long last);
}
