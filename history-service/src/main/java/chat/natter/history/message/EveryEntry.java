package chat.natter.history.message;

import chat.natter.contract.ConversationId;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** Walks through stretches of a conversation from the first entry to the last, a few at a time. */
public final class EveryEntry {
    private static final int AT_ONCE = 200;

    private final MessageStore store;

    public EveryEntry(MessageStore store) {
        this.store = store;
    }

    /** Those in the ranges, as they were archived, with what has expired and is still there. */
    public void of(ConversationId conversation, Visible ranges, Consumer<List<ArchivedMessage>> reader) {
        OptionalLong lastSeq = store.lastSeq(conversation);
        if (lastSeq.isPresent()) {
            for (Visible.Range range : ranges.ranges()) {
                walk(conversation, range.first(), Math.min(range.last(), lastSeq.getAsLong()), reader);
            }
        }
    }

    private void walk(ConversationId conversation, long from, long to, Consumer<List<ArchivedMessage>> reader) {
        long first = from;
        while (first <= to) {
            long last = Math.min(to, Buckets.lastSeq(Buckets.of(first)));
            SliceRows rows = store.read(new Slice(conversation, Direction.NEWER, first, last), AT_ONCE);
            List<ArchivedMessage> entries = rows.messages();
            if (!entries.isEmpty()) {
                reader.accept(entries);
            }
            first = rows.complete() ? last + 1 : entries.get(entries.size() - 1).seq() + 1;
        }
    }
}
