package chat.natter.history.message;

import chat.natter.contract.UserId;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Shows single messages to one reader, with what was done to them. */
@Singleton
public final class DescribeMessages {
    private final ChangesForReader changes;
    private final Clock clock;

    DescribeMessages(ChangeStore changes, OwnView ownView, Clock clock) {
        this.changes = new ChangesForReader(changes, ownView);
        this.clock = clock;
    }

    /** Whether there is still what its author said: it has not vanished, and was neither taken back nor erased. */
    public boolean isThere(UserId reader, ArchivedMessage message, Visible visible) {
        return !ErasedContent.isIn(message)
                && one(reader, message, visible, false)
                        .filter(described -> described.retracted() == null)
                        .isPresent();
    }

    /** Empty if it has vanished. */
    public Optional<MessageJson> one(UserId reader, ArchivedMessage message, Visible visible, boolean starred) {
        if (message.isExpiredAt(clock.instant())) {
            return Optional.empty();
        }
        List<ArchivedMessage> done = changes.of(reader, message.conversation(), message.seq(), message.seq(), visible);
        return Optional.of(
                MessageJson.of(FoldChanges.fold(List.of(message), done).get(0), starred));
    }
}
