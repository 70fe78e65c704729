package chat.natter.history.message;

import chat.natter.contract.ConversationId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How long the archive keeps entries. What somebody may see ends with the entry's own timer, whatever is kept. */
public interface Lifetimes {
    /** From when on the entry is not kept any more; null for never. */
    @Nullable
    Instant end(ArchivedMessage entry);

    /** Whether nothing that was said in the conversation may be destroyed. */
    boolean isHeld(ConversationId conversation);

    /** Whether the archive need not have the entry. */
    default boolean isOver(ArchivedMessage entry, Instant now) {
        Instant end = end(entry);
        return end != null && !end.isAfter(now);
    }
}
