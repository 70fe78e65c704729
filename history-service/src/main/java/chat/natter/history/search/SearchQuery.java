package chat.natter.history.search;

import chat.natter.contract.ConversationId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is looked for: messages that have all of the terms.
 *
 * @param terms at least one
 * @param in the only conversation to look into
 * @param notBefore messages accepted at that time or later
 * @param before messages accepted earlier
 */
record SearchQuery(
        List<Term> terms, Optional<ConversationId> in, Optional<Instant> notBefore, Optional<Instant> before) {
    SearchQuery {
        terms = List.copyOf(terms);
    }

    /** Whether messages that were accepted then are asked for. */
    boolean covers(Instant at) {
        return notBefore.map(time -> !at.isBefore(time)).orElse(true)
                && before.map(at::isBefore).orElse(true);
    }
}
