package chat.natter.history.search;

import chat.natter.history.message.ArchivedMessage;
import java.util.List;
import java.util.Optional;

/**
 * Hits, newest first.
 *
 * @param next where to go on; empty if there is nothing more. A page may be short, even empty, and still have a next
 *     one
 */
record SearchPage(List<Hit> hits, Optional<SearchCursor> next) {
    SearchPage {
        hits = List.copyOf(hits);
    }

    record Hit(ArchivedMessage message, MatchMessage.Match match) {}
}
