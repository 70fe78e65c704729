package chat.natter.history.message;

import static org.assertj.core.api.Assertions.assertThat;

import chat.natter.contract.ConversationId;
import chat.natter.contract.UserId;
import chat.natter.contract.frame.Action;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ChangesForReaderTest {
    private final SomeMessages some = new SomeMessages();
    private final InMemoryChanges store = new InMemoryChanges();
    private final ChangesForReader changes = new ChangesForReader(store, new NothingHidden() {
        @Override
        public Set<Long> hidden(UserId user, ConversationId conversation, long first, long last) {
            return user.equals(some.bob) && first <= 3 && last >= 3 ? Set.of(3L) : Set.of();
        }
    });

    @Test
    void leavesOutWhatSomebodyDidWhileTheReaderHadBlockedThem() {
        // Given
        store.write(List.of(
                some.change(2, 1, Action.EDIT, "{\"kind\":\"text\",\"text\":\"supper?\"}"),
                some.change(3, 1, Action.EDIT, "{\"kind\":\"text\",\"text\":\"answer me!\"}"),
                some.change(4, 1, Action.REACT, "{\"kind\":\"reaction\",\"emoji\":\"+\"}")));

        // Then
        assertThat(seqs(some.bob)).containsExactlyInAnyOrder(2L, 4L);
        assertThat(seqs(some.alice)).containsExactlyInAnyOrder(2L, 3L, 4L);
    }

    private List<Long> seqs(UserId reader) {
        return changes.of(reader, some.conversation, 1, 1, Visible.ALL).stream()
                .map(ArchivedMessage::seq)
                .toList();
    }
}
