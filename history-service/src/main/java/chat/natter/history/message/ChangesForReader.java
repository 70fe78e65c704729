package chat.natter.history.message;

import chat.natter.contract.ConversationId;
import chat.natter.contract.UserId;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Set;

/** What was done to messages, as one reader may see it: without what somebody did whom the reader had blocked. */
final class ChangesForReader {
    private final ChangeStore changes;
    private final OwnView ownView;

    ChangesForReader(ChangeStore changes, OwnView ownView) {
        this.changes = changes;
        this.ownView = ownView;
    }

    /** To the messages {@code first} to {@code last}, in any order. */
    List<ArchivedMessage> of(UserId reader, ConversationId conversation, long first, long last, Visible visible) {
        List<ArchivedMessage> made = changes.changes(conversation, first, last).stream()
                .filter(change -> visible.contains(change.seq()))
                .toList();
        if (made.isEmpty()) {
            return made;
        }
        LongSummaryStatistics seqs =
                made.stream().mapToLong(ArchivedMessage::seq).summaryStatistics();
        Set<Long> hidden = ownView.hidden(reader, conversation, seqs.getMin(), seqs.getMax());
        return made.stream().filter(change -> !hidden.contains(change.seq())).toList();
    }
}
