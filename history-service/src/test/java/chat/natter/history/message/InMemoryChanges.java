package chat.natter.history.message;

import chat.natter.contract.ConversationId;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Changes in memory. */
public final class InMemoryChanges implements ChangeStore {
    private final Map<MessageKey, ArchivedMessage> changes = new LinkedHashMap<>();
    private final Set<MessageKey> erased = new HashSet<>();

    @Override
    public void write(List<ArchivedMessage> entries) {
        for (ArchivedMessage entry : entries) {
            if (entry.target() != 0) {
                MessageKey key = new MessageKey(entry.conversation(), entry.seq());
                changes.put(key, erased.contains(key) ? entry.withContent(ErasedContent.NOTHING) : entry);
            }
        }
    }

    @Override
    public void erase(List<ArchivedMessage> entries, Instant erasedAt) {
        for (ArchivedMessage entry : entries) {
            MessageKey key = new MessageKey(entry.conversation(), entry.seq());
            erased.add(key);
            changes.computeIfPresent(key, (same, old) -> old.withContent(ErasedContent.NOTHING));
        }
    }

    /** Nothing expires here. */
    @Override
    public void renew(List<ArchivedMessage> entries) {}

    @Override
    public List<ArchivedMessage> changes(ConversationId conversation, long first, long last) {
        return changes.values().stream()
                .filter(change -> change.conversation().equals(conversation)
                        && change.target() >= first
                        && change.target() <= last)
                .toList();
    }
}
