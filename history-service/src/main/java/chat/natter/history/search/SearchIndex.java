package chat.natter.history.search;

import chat.natter.history.message.MessageKey;
import java.util.Collection;
import java.util.List;

/**
 * Where postings are kept. Idempotent: in whatever order and however often the same is written and removed, the same is
 * read. Every method throws {@link chat.natter.history.message.StoreUnavailable} while the store is away.
 */
interface SearchIndex {
    /** Returns only when all of them are durable. Expired ones need not be kept. */
    void write(List<IndexEntry> entries);

    /** Takes the tokens of messages out, with the entry's {@code written} as the time of the removal. */
    void remove(List<IndexEntry> entries);

    /** Remembers that messages were edited or taken back. Returns only when that is durable. */
    void change(List<Change> changes);

    /** What was done to the messages, in no order. */
    List<Change> changes(Collection<MessageKey> messages);

    /** Asks all of them at once; the answers are in the order of the questions. */
    List<Postings> read(List<Lookup> lookups);
}
