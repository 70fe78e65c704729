package chat.natter.history.search;

import java.util.List;
import java.util.Optional;

/**
 * What one lookup found, newest first and each message once.
 *
 * @param completeTo empty if that is all; otherwise all down to this one was found, and there may be more beyond it
 */
record Postings(List<Posting> found, Optional<Posting> completeTo) {
    Postings {
        found = List.copyOf(found);
    }

    boolean isComplete() {
        return completeTo.isEmpty();
    }
}
