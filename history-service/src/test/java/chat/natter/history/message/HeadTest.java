package chat.natter.history.message;

import static org.assertj.core.api.Assertions.assertThat;

import chat.natter.contract.ConversationId;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeadTest {
    private final ConversationId conversation = new SomeMessages().conversation;

    @Test
    void ranksByEpochThenSeqUpToTheLargestOfBoth() {
        assertThat(List.of(
                        rank(0, 1),
                        rank(0, 2),
                        rank(1, 1),
                        rank(1, Long.MAX_VALUE),
                        rank(2, 0),
                        rank(4_294_967_295L, 1)))
                .isSorted()
                .doesNotHaveDuplicates()
                .allMatch(rank -> rank > 0);
    }

    @Test
    void findsTheHighestOfEachConversation() {
        // Given
        SomeMessages one = new SomeMessages();
        SomeMessages other = new SomeMessages();

        // When
        var heads = Head.highest(List.of(one.message(7), other.message(3), one.message(9), one.message(8)));

        // Then
        assertThat(heads).containsExactlyInAnyOrder(Head.of(one.message(9)), Head.of(other.message(3)));
    }

    private long rank(long epoch, long seq) {
        return new Head(conversation, epoch, seq).rank();
    }
}
