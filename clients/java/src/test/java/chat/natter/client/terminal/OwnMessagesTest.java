package chat.natter.client.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import chat.natter.contract.ConversationId;
import chat.natter.contract.MessageId;
import chat.natter.contract.UserId;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OwnMessagesTest {
    private static final ConversationId CONVERSATION =
            ConversationId.direct(new UserId("0".repeat(26)), new UserId("1".repeat(26)));

    private final OwnMessages<String> own = new OwnMessages<>();

    @Test
    void aReceiptMovesEveryMessageUpToItsMark() {
        // Given
        own.stored(CONVERSATION, 1, "one");
        own.stored(CONVERSATION, 2, "two");
        own.stored(CONVERSATION, 5, "five");

        // When
        var changes = own.receipt(CONVERSATION, 2, 0);

        // Then
        assertThat(changes)
                .containsExactly(
                        new OwnMessages.Change<>("one", Tick.DELIVERED),
                        new OwnMessages.Change<>("two", Tick.DELIVERED));
    }

    @Test
    void whatIsReadWasDelivered() {
        // Given
        own.stored(CONVERSATION, 1, "one");
        own.stored(CONVERSATION, 2, "two");

        // When
        var changes = own.receipt(CONVERSATION, 0, 2);

        // Then
        assertThat(changes).extracting(OwnMessages.Change::tick).containsExactly(Tick.READ, Tick.READ);
        assertThat(own.receipt(CONVERSATION, 2, 2)).isEmpty();
    }

    @Test
    void readComesAfterDelivered() {
        // Given
        own.stored(CONVERSATION, 1, "one");
        own.stored(CONVERSATION, 2, "two");
        own.receipt(CONVERSATION, 2, 0);

        // When
        var changes = own.receipt(CONVERSATION, 0, 1);

        // Then
        assertThat(changes).containsExactly(new OwnMessages.Change<>("one", Tick.READ));
    }

    @Test
    void anAnswerThatComesAfterTheReceiptShowsTheReceipt() {
        // Given
        MessageId id = new MessageId(UUID.randomUUID());
        own.pending(id, "late");
        own.receipt(CONVERSATION, 3, 0);

        // When
        var change = own.sent(id, CONVERSATION, 3);

        // Then
        assertThat(change).isEqualTo(new OwnMessages.Change<>("late", Tick.DELIVERED));
        assertThat(own.anyPending()).isFalse();
    }

    @Test
    void aRefusedMessageIsPendingNoMore() {
        // Given
        MessageId id = new MessageId(UUID.randomUUID());
        own.pending(id, "no");

        // When
        var change = own.refused(id);

        // Then
        assertThat(change).isEqualTo(new OwnMessages.Change<>("no", Tick.REFUSED));
        assertThat(own.anyPending()).isFalse();
    }
}
