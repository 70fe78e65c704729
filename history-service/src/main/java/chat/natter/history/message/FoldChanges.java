package chat.natter.history.message;

import chat.natter.contract.UserId;
import chat.natter.contract.frame.Content;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Folds what was done to messages into them, in the order of seq. What is in the log was permitted when it got there;
 * so nothing is checked here. What was taken back stays taken back, and whatever else was done to it is gone with it.
 */
final class FoldChanges {
    private FoldChanges() {}

    static List<FoldedMessage> fold(List<ArchivedMessage> messages, List<ArchivedMessage> changes) {
        Map<Long, List<ArchivedMessage>> byTarget = changes.stream()
                .sorted(Comparator.comparingLong(ArchivedMessage::seq))
                .collect(Collectors.groupingBy(ArchivedMessage::target));
        return messages.stream()
                .map(message -> fold(message, byTarget.getOrDefault(message.seq(), List.of())))
                .toList();
    }

    private static FoldedMessage fold(ArchivedMessage message, List<ArchivedMessage> changes) {
        Content content = message.content();
        Instant editedAt = null;
        boolean pinned = false;
        Map<UserId, Content> reactions = new HashMap<>();
        Map<UserId, Content> votes = new HashMap<>();
        for (ArchivedMessage change : changes) {
            switch (change.action()) {
                case EDIT -> {
                    content = change.content();
                    editedAt = change.at();
                }
                case RETRACT -> {
                    return new FoldedMessage(message, null, null, true, false, Map.of(), Map.of());
                }
                case REACT -> put(reactions, change);
                case UNREACT -> reactions.remove(change.from());
                case PIN -> pinned = true;
                case UNPIN -> pinned = false;
                case VOTE -> put(votes, change);
                case MESSAGE, GROUP -> {
                    // These are about no earlier message.
                }
            }
        }
        return new FoldedMessage(message, content, editedAt, false, pinned, reactions, votes);
    }

    /** Nobody reacts or votes any more whose account was erased. */
    private static void put(Map<UserId, Content> contents, ArchivedMessage change) {
        if (!ErasedContent.isIn(change)) {
            contents.put(change.from(), change.content());
        }
    }
}
