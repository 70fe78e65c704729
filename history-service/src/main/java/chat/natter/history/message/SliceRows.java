package chat.natter.history.message;

import java.util.List;

/**
 * What a store found in a slice, in the slice's direction.
 *
 * @param complete false if the store stopped at a limit, so that the slice may hold more
 */
public record SliceRows(List<ArchivedMessage> messages, boolean complete) {
    public SliceRows {
        messages = List.copyOf(messages);
    }
}
