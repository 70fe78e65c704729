package chat.natter.history.message;

import java.util.List;
import java.util.OptionalLong;

/**
 * Messages in ascending order.
 *
 * @param previous the bound of the page before this one, where the page reaches in both directions; else empty
 * @param next the bound of the following page in the same direction; empty if nothing more is there now. A page may be
 *     short, even empty, and still have a next one: what has expired is left out
 */
record Page(List<ArchivedMessage> messages, OptionalLong previous, OptionalLong next) {
    static final Page EMPTY = new Page(List.of(), OptionalLong.empty(), OptionalLong.empty());

    Page {
        messages = List.copyOf(messages);
    }
}
