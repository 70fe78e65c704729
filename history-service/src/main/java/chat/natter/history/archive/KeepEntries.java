package chat.natter.history.archive;

import chat.natter.contract.UserId;
import chat.natter.history.group.GroupEvent;
import chat.natter.history.group.GroupStore;
import chat.natter.history.mention.MentionStore;
import chat.natter.history.message.ArchivedMessage;
import chat.natter.history.message.ChangeStore;
import chat.natter.history.message.MessageStore;
import chat.natter.history.overview.Newcomer;
import chat.natter.history.overview.OverviewStore;
import chat.natter.history.search.IndexMessages;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

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
    private final MentionStore mentions;

    KeepEntries(
            MessageStore messages,
            IndexMessages indexMessages,
            ChangeStore changes,
            GroupStore groups,
            OverviewStore overview,
            MentionStore mentions) {
        this.messages = messages;
        this.indexMessages = indexMessages;
        this.changes = changes;
        this.groups = groups;
        this.overview = overview;
        this.mentions = mentions;
    }

    /**
     * Returns only when all of it is durable.
     *
     * @param erased users who are no more, search nothing and need not be told where they were mentioned
     */
    void keep(List<ArchivedMessage> entries, List<GroupEvent> events, List<Newcomer> newcomers, Set<UserId> erased) {
        if (!events.isEmpty()) {
            groups.write(events);
        }
        overview.write(newcomers);
        mentions.write(entries, erased);
        messages.write(entries);
        indexMessages.index(entries, erased);
        changes.write(entries);
    }
}
