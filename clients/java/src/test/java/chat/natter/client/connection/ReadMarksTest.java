package chat.natter.client.connection;

import static org.assertj.core.api.Assertions.assertThat;

import chat.natter.contract.ConversationId;
import chat.natter.contract.UserId;
import chat.natter.contract.frame.ClientFrame;
import org.junit.jupiter.api.Test;

class ReadMarksTest {
    private static final ConversationId CONVERSATION =
            ConversationId.direct(new UserId("0".repeat(26)), new UserId("1".repeat(26)));

    private final ReadMarks marks = new ReadMarks();

    @Test
    void riseOnly() {
        // When
        boolean first = marks.raise(CONVERSATION, 4);
        boolean lower = marks.raise(CONVERSATION, 3);
        boolean same = marks.raise(CONVERSATION, 4);

        // Then
        assertThat(first).isTrue();
        assertThat(lower || same).isFalse();
        assertThat(marks.all()).containsExactly(new ClientFrame.Read(CONVERSATION, 4));
    }
}
