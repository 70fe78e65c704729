package chat.natter.history.archive;

import chat.natter.history.group.GroupEvent;
import chat.natter.history.group.GroupStore;
import chat.natter.history.message.ArchivedMessage;
import chat.natter.history.message.ChangeStore;
import chat.natter.history.message.MessageStore;
import chat.natter.history.overview.ListNewcomers;
import chat.natter.history.overview.OverviewStore;
import chat.natter.history.search.IndexMessages;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Writes what a batch holds, each kind where it is read from. Members come first: whoever sees an entry of a group can
 * then be told whether it may be seen. What is done to messages comes last: a retraction takes away what must be there,
 * and the index reads from it which words to take out.
 */
@Singleton
final class KeepEntries {
    private final MessageStore messages;
    private final IndexMessages indexMessages;
    private final ChangeStore changes;
    private final GroupStore groups;
    private final OverviewStore overview;

    KeepEntries(
            MessageStore messages,
            IndexMessages indexMessages,
            ChangeStore changes,
            GroupStore groups,
            OverviewStore overview) {
        this.messages = messages;
        this.indexMessages = indexMessages;
        this.changes = changes;
        this.groups = groups;
        this.overview = overview;
    }

    /** Returns only when all of it is durable. */
    void keep(List<ArchivedMessage> entries, List<GroupEvent> events) {
        if (!events.isEmpty()) {
            groups.write(events);
        }
        overview.write(ListNewcomers.of(entries, events));
        messages.write(entries);
        indexMessages.index(entries);
        changes.write(entries);
    }
}
