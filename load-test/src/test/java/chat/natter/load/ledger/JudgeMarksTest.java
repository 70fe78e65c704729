package chat.natter.load.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import chat.natter.contract.ConversationId;
import chat.natter.contract.DeviceId;
import chat.natter.contract.MessageId;
import chat.natter.contract.UserId;
import chat.natter.contract.frame.Content;
import chat.natter.contract.frame.ServerFrame;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JudgeMarksTest {
    private static final UserId ALICE = new UserId("01jd3zk8x0000000000000000a");
    private static final UserId BOB = new UserId("01jd3zk8x0000000000000000b");
    private static final DeviceId ALICES = new DeviceId("01jd3zk8x0000000000000000c");
    private static final DeviceId BOBS = new DeviceId("01jd3zk8x0000000000000000d");
    private static final ConversationId TALK = ConversationId.direct(ALICE, BOB);
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Content HELLO = Content.ofJson("{\"kind\":\"text\",\"text\":\"hello\"}");

    private final DeliveryLedger ledger = new DeliveryLedger();

    @BeforeEach
    void aliceSendsTwoMessagesThatBobGets() {
        ledger.member(TALK, BOBS);
        for (int seq = 1; seq <= 2; seq++) {
            MessageId id = new MessageId(new UUID(0, seq));
            ledger.sending(ALICES, TALK, id, HELLO);
            ledger.answered(new ServerFrame.Sent(id, TALK, seq, 0, NOON, false));
            ledger.delivered(
                    BOBS, new ServerFrame.Message(seq, TALK, seq, 0, ALICE, ALICES, id, NOON, HELLO, null, null), NOON);
        }
    }

    @Test
    void asksNothingOfMarksThatNobodyListenedTo() {
        // Given
        ledger.reading(BOB, TALK, 2);
        // Then
        assertThat(faults()).isEmpty();
    }

    @Test
    void takesMarksThatLeaveSomeOut() {
        // Given
        ledger.reading(BOB, TALK, 2);
        marked(1L, null);
        marked(2L, 1L);
        marked(null, 2L);
        // Then
        assertThat(faults()).isEmpty();
    }

    @Test
    void findsAMarkThatFellBack() {
        // Given
        marked(2L, null);
        marked(1L, null);
        // Then
        assertThat(faults()).containsExactly(new Fault.MarkFellBack(ALICES, TALK, BOB, 2, 1));
    }

    @Test
    void findsAMarkOnAMessageThatDoesNotExist() {
        // Given
        marked(3L, null);
        // Then
        assertThat(faults()).containsExactly(new Fault.MarkBeyondTheEnd(ALICES, TALK, BOB, 3, 2));
    }

    @Test
    void findsADeliveryThatItsAuthorIsNeverToldOf() {
        // Given
        marked(1L, null);
        // Then
        assertThat(faults()).containsExactly(new Fault.MarkMissing(ALICES, TALK, BOB, "delivered", 2, 1));
    }

    @Test
    void findsAReadingThatTheAuthorIsNeverToldOf() {
        // Given
        ledger.reading(BOB, TALK, 2);
        marked(2L, 1L);
        // Then
        assertThat(faults()).containsExactly(new Fault.MarkMissing(ALICES, TALK, BOB, "read", 2, 1));
    }

    private List<Fault> faults() {
        return JudgeDeliveries.judge(ledger);
    }

    private void marked(@Nullable Long delivered, @Nullable Long read) {
        ledger.marked(ALICES, new ServerFrame.Receipt(1, TALK, BOB, delivered, read, NOON));
    }
}
