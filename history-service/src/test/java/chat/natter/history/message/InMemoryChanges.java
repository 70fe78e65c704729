package chat.natter.history.message;

import chat.natter.contract.ConversationId;
import java.util.ArrayList;
import java.util.List;

/** Changes in memory. */
public final class InMemoryChanges implements ChangeStore {
    private final List<ArchivedMessage> changes = new ArrayList<>();

    @Override
    public void write(List<ArchivedMessage> entries) {
        entries.stream().filter(entry -> entry.target() != 0).forEach(changes::add);
    }

    @Override
    public List<ArchivedMessage> changes(ConversationId conversation, long first, long last) {
        return changes.stream()
                .filter(change -> change.conversation().equals(conversation)
                        && change.target() >= first
                        && change.target() <= last)
                .toList();
    }
}
