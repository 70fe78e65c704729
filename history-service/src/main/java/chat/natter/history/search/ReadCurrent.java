package chat.natter.history.search;

import chat.natter.contract.frame.Action;
import chat.natter.history.message.ArchivedMessage;
import chat.natter.history.message.MessageKey;
import chat.natter.history.message.MessageStore;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads messages as they are now: with the last edit, and without those that were taken back. */
final class ReadCurrent {
    private final MessageStore store;
    private final SearchIndex index;

    ReadCurrent(MessageStore store, SearchIndex index) {
        this.store = store;
        this.index = index;
    }

    Map<MessageKey, ArchivedMessage> read(Collection<MessageKey> keys) {
        Map<MessageKey, ArchivedMessage> messages = new HashMap<>(store.readAll(keys));
        messages.values().removeIf(message -> message.action() != Action.MESSAGE);
        List<Change> changes = index.changes(keys);
        if (changes.isEmpty()) {
            return messages;
        }
        Set<MessageKey> retracted = new HashSet<>();
        Map<MessageKey, Change> edited = new HashMap<>();
        for (Change change :
                changes.stream().sorted(Comparator.comparingLong(Change::seq)).toList()) {
            if (change.retracted()) {
                retracted.add(change.changed());
            } else {
                edited.put(change.changed(), change);
            }
        }
        messages.keySet().removeAll(retracted);
        Map<MessageKey, ArchivedMessage> edits =
                store.readAll(edited.values().stream().map(Change::by).toList());
        // An edit that cannot be read, because it has expired, leaves nothing to show.
        edited.forEach((key, change) -> messages.computeIfPresent(key, (same, message) -> {
            ArchivedMessage edit = edits.get(change.by());
            return edit == null ? null : message.withContent(edit.content());
        }));
        return messages;
    }
}
