package chat.natter.history.search;

import chat.natter.contract.ConversationId;
import java.time.Instant;
import java.util.Set;

/**
 * One question to one partition of the index, about messages from {@code newest} (inclusive, in the order of postings)
 * down to those accepted at {@code oldest}.
 */
sealed interface Lookup {
    ConversationId conversation();

    long bucket();

    Posting newest();

    Instant oldest();

    /** Messages that have one of the tokens. */
    record Tokens(ConversationId conversation, long bucket, Set<String> tokens, Posting newest, Instant oldest)
            implements Lookup {
        public Tokens {
            tokens = Set.copyOf(tokens);
        }
    }

    /** Messages with a word that begins so. */
    record Beginning(ConversationId conversation, long bucket, String start, Posting newest, Instant oldest)
            implements Lookup {}
}
