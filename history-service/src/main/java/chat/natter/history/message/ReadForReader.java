package chat.natter.history.message;

import chat.natter.contract.ConversationId;
import chat.natter.contract.UserId;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Shows messages as one reader may see them: with what was done to them, without what has expired, what the reader has
 * deleted for themselves and what was said by somebody whom the reader had blocked.
 */
@Singleton
public final class ReadForReader {
    private final EveryEntry everyEntry;
    private final ChangesForReader changes;
    private final OwnView ownView;
    private final Clock clock;

    ReadForReader(MessageStore store, ChangeStore changes, OwnView ownView, Clock clock) {
        this.everyEntry = new EveryEntry(store);
        this.changes = new ChangesForReader(changes, ownView);
        this.ownView = ownView;
        this.clock = clock;
    }

    /**
     * Some consecutive entries of a conversation.
     *
     * @param last the seq up to which this comes
     * @param messages in the order of seq; perhaps none
     * @param starred those that the reader wants to find again
     */
    public record Stretch(long last, List<FoldedMessage> messages, Set<Long> starred) {
        public Stretch {
            messages = List.copyOf(messages);
            starred = Set.copyOf(starred);
        }
    }

    /**
     * Walks through what the reader may see, from the first message to the last, some hundreds at most at a time.
     * Throws {@link StoreUnavailable} while the store is away.
     */
    public void walk(UserId reader, ConversationId conversation, Visible visible, Consumer<Stretch> consumer) {
        everyEntry.of(conversation, visible, entries -> {
            Instant now = clock.instant();
            List<ArchivedMessage> alive =
                    entries.stream().filter(entry -> !entry.isExpiredAt(now)).toList();
            long last = entries.get(entries.size() - 1).seq();
            consumer.accept(
                    alive.isEmpty()
                            ? new Stretch(last, List.of(), Set.of())
                            : show(reader, conversation, alive, visible, false, last));
        });
    }

    /**
     * @param entries not empty, in the order of seq, all of them visible and none expired
     * @param log whether entries that are about earlier messages are shown for themselves too
     */
    Stretch show(
            UserId reader, ConversationId conversation, List<ArchivedMessage> entries, Visible visible, boolean log) {
        return show(
                reader,
                conversation,
                entries,
                visible,
                log,
                entries.get(entries.size() - 1).seq());
    }

    private Stretch show(
            UserId reader,
            ConversationId conversation,
            List<ArchivedMessage> entries,
            Visible visible,
            boolean log,
            long end) {
        long first = entries.get(0).seq();
        long last = entries.get(entries.size() - 1).seq();
        Set<Long> hidden = ownView.hidden(reader, conversation, first, last);
        List<ArchivedMessage> shown = entries.stream()
                .filter(entry -> (log || entry.target() == 0) && !hidden.contains(entry.seq()))
                .toList();
        return new Stretch(
                end,
                FoldChanges.fold(shown, changesOf(reader, conversation, shown, visible)),
                ownView.starred(reader, conversation, first, last));
    }

    private List<ArchivedMessage> changesOf(
            UserId reader, ConversationId conversation, List<ArchivedMessage> shown, Visible visible) {
        if (shown.isEmpty()) {
            return List.of();
        }
        long first = shown.get(0).seq();
        long last = shown.get(shown.size() - 1).seq();
        return changes.of(reader, conversation, first, last, visible);
    }
}
