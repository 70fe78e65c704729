package chat.natter.history.message;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Shows single messages with what was done to them. */
@Singleton
public final class DescribeMessages {
    private final ChangeStore changes;
    private final Clock clock;

    DescribeMessages(ChangeStore changes, Clock clock) {
        this.changes = changes;
        this.clock = clock;
    }

    /** Whether there is still what its author said: it has not vanished, and was neither taken back nor erased. */
    public boolean isThere(ArchivedMessage message, Visible visible) {
        return !ErasedContent.isIn(message)
                && one(message, visible, false)
                        .filter(described -> described.retracted() == null)
                        .isPresent();
    }

    /** Empty if it has vanished. */
    public Optional<MessageJson> one(ArchivedMessage message, Visible visible, boolean starred) {
        if (message.isExpiredAt(clock.instant())) {
            return Optional.empty();
        }
        List<ArchivedMessage> done = changes.changes(message.conversation(), message.seq(), message.seq()).stream()
                .filter(change -> visible.contains(change.seq()))
                .toList();
        return Optional.of(
                MessageJson.of(FoldChanges.fold(List.of(message), done).get(0), starred));
    }
}
