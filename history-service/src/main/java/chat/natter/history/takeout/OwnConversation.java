package chat.natter.history.takeout;

import chat.natter.contract.ConversationId;
import chat.natter.history.message.Visible;

/**
 * A conversation as a user has it.
 *
 * @param title for people
 * @param visible what the user may see of it and was there when the export began
 */
record OwnConversation(ConversationId id, String title, Visible visible) {
    /** How many entries that are, or were before they vanished. */
    long entries() {
        return entriesUpTo(Long.MAX_VALUE);
    }

    long entriesUpTo(long seq) {
        return visible.ranges().stream()
                .filter(range -> range.first() <= seq)
                .mapToLong(range -> Math.min(range.last(), seq) - range.first() + 1)
                .sum();
    }
}
