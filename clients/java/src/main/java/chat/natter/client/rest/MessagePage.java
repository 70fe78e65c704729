package chat.natter.client.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a conversation.
 *
 * @param messages by ascending seq
 * @param next the seq to ask from for the page that follows in the same direction; null if this was the last
 */
public record MessagePage(
        List<StoredMessage> messages, @Nullable Long next) {
    public MessagePage {
        messages = List.copyOf(messages);
    }
}
