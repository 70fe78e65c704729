package chat.natter.history.search;

import chat.natter.contract.UserId;
import chat.natter.contract.frame.Action;
import chat.natter.history.message.ArchivedMessage;
import chat.natter.history.message.Lifetimes;
import chat.natter.history.message.MessageKey;
import chat.natter.history.message.MessageStore;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Puts archived messages into the index. When it returns they can be found; a repeat changes nothing. Content that is
 * encrypted, or of a kind without words, leaves nothing there.
 */
@Singleton
public final class IndexMessages {
    private static final Logger LOG = Logger.getLogger(IndexMessages.class);

    private final SearchText searchText;
    private final SearchIndex index;
    private final MessageStore store;
    private final Lifetimes lifetimes;
    private final TellActivity tellActivity;

    IndexMessages(
            SearchText searchText,
            SearchIndex index,
            MessageStore store,
            Lifetimes lifetimes,
            TellActivity tellActivity) {
        this.searchText = searchText;
        this.index = index;
        this.tellActivity = tellActivity;
        this.store = store;
        this.lifetimes = lifetimes;
    }

    /**
     * Makes entries of all kinds findable, in the order of their conversations. They are in the store already, and what
     * is taken back by them still is: its words are read there to be taken out of the index.
     *
     * @param erased users who search no more
     */
    public void index(List<ArchivedMessage> entries, Set<UserId> erased) {
        index.change(entries.stream().filter(Change::isOne).map(Change::of).toList());
        index.write(entries(entries));
        entries.stream().filter(entry -> entry.action() == Action.RETRACT).forEach(this::retract);
        tellActivity.tell(entries, erased);
    }

    /** Brings how long the words of entries are found in line with how long these are kept. */
    public void renew(List<ArchivedMessage> entries, Instant now) {
        Map<Boolean, List<ArchivedMessage>> over =
                entries.stream().collect(Collectors.partitioningBy(entry -> lifetimes.isOver(entry, now)));
        remove(over.getOrDefault(true, List.of()), now);
        index.write(entries(over.getOrDefault(false, List.of())));
    }

    /**
     * Takes what the messages and edits say out of the index as of that time, or of their own if that is later. They
     * are in the store and still say it.
     */
    public void remove(List<ArchivedMessage> messages, Instant at) {
        index.remove(
                entries(messages).stream().map(entry -> entry.removedAt(at)).toList());
    }

    /** Of a message that was taken back, and of its edits, no word stays in the index. */
    private void retract(ArchivedMessage retraction) {
        MessageKey target = new MessageKey(retraction.conversation(), retraction.target());
        List<MessageKey> keys = new ArrayList<>(List.of(target));
        index.changes(List.of(target)).stream()
                .filter(change -> !change.retracted())
                .map(Change::by)
                .forEach(keys::add);
        remove(List.copyOf(store.readAll(keys).values()), retraction.at());
    }

    /** Messages under their own numbers, edits under that of the message that they change. */
    private List<IndexEntry> entries(List<ArchivedMessage> messages) {
        Map<MessageKey, ArchivedMessage> edited = store.readAll(messages.stream()
                .filter(entry -> entry.action() == Action.EDIT)
                .map(entry -> new MessageKey(entry.conversation(), entry.target()))
                .toList());
        List<IndexEntry> entries = new ArrayList<>();
        for (ArchivedMessage message : messages) {
            if (message.action() == Action.MESSAGE) {
                add(entries, message, message);
            } else if (message.action() == Action.EDIT) {
                ArchivedMessage target = edited.get(new MessageKey(message.conversation(), message.target()));
                if (target != null) {
                    add(entries, target, message);
                }
            }
        }
        return entries;
    }

    private void add(List<IndexEntry> entries, ArchivedMessage place, ArchivedMessage words) {
        Set<String> tokens = tokens(words);
        if (!tokens.isEmpty()) {
            entries.add(new IndexEntry(
                    place.conversation(), place.seq(), place.at(), tokens, lifetimes.end(words), words.at()));
        }
    }

    /** A text on which an analyser fails is archived and cannot be found; it must not hold up all that come after. */
    private Set<String> tokens(ArchivedMessage message) {
        try {
            return searchText.tokens(message);
        } catch (RuntimeException e) {
            LOG.errorf(e, "cannot be indexed conversationId=%s seq=%d", message.conversation(), message.seq());
            return Set.of();
        }
    }
}
