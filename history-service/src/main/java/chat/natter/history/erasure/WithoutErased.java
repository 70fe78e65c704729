package chat.natter.history.erasure;

import chat.natter.contract.UserId;
import chat.natter.history.message.ArchivedMessage;
import chat.natter.history.message.ErasedContent;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/**
 * Sees to it that nothing is archived of users who were erased: their events outlive them, and are read again when the
 * archive is rebuilt.
 */
@Singleton
public final class WithoutErased {
    private final KnowErased knowErased;
    private final EraseEntries eraseEntries;
    private final Clock clock;

    WithoutErased(KnowErased knowErased, EraseEntries eraseEntries, Clock clock) {
        this.knowErased = knowErased;
        this.eraseEntries = eraseEntries;
        this.clock = clock;
    }

    /**
     * Keeps the entries without what erased authors said.
     *
     * @param users others whom the entries concern
     * @param keep is given the entries to keep and those of their authors and of {@code users} who were erased
     */
    public void keep(
            List<ArchivedMessage> entries, Set<UserId> users, BiConsumer<List<ArchivedMessage>, Set<UserId>> keep) {
        List<UserId> all = new ArrayList<>(users);
        entries.forEach(entry -> all.add(entry.from()));
        Instant begun = clock.instant();
        Map<UserId, Instant> erased = knowErased.among(all);
        keep.accept(entries.stream().map(entry -> without(entry, erased)).toList(), erased.keySet());
        erase(entries, erased);
        // Whoever erases has waited for those who could not know; who took longer has to look again.
        if (clock.instant().isAfter(begun.plus(knowErased.settle()))) {
            erase(entries, knowErased.among(all));
        }
    }

    /** Erases those of the entries whose authors were erased: what was held and is not any more. */
    public void eraseWhatIsDue(List<ArchivedMessage> entries) {
        erase(
                entries,
                knowErased.among(entries.stream().map(ArchivedMessage::from).collect(Collectors.toSet())));
    }

    private ArchivedMessage without(ArchivedMessage entry, Map<UserId, Instant> erased) {
        return isErased(entry, erased) ? entry.withContent(ErasedContent.NOTHING) : entry;
    }

    /** Also what was kept without words: another instance may not have known and have written them. */
    private void erase(List<ArchivedMessage> entries, Map<UserId, Instant> erased) {
        erased.forEach((user, at) -> eraseEntries.erase(
                entries.stream()
                        .filter(entry -> entry.from().equals(user) && isErased(entry, erased))
                        .toList(),
                at));
    }

    private boolean isErased(ArchivedMessage entry, Map<UserId, Instant> erased) {
        return erased.containsKey(entry.from()) && eraseEntries.concerns(entry);
    }
}
