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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JudgeArchiveTest {
    private static final UserId ALICE = new UserId("01jd3zk8x0000000000000000a");
    private static final UserId BOB = new UserId("01jd3zk8x0000000000000000b");
    private static final DeviceId ALICES = new DeviceId("01jd3zk8x0000000000000000c");
    private static final ConversationId TALK = ConversationId.direct(ALICE, BOB);
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Content HELLO = Content.ofJson("{\"kind\":\"text\",\"text\":\"hello\"}");
    private static final MessageId FIRST = new MessageId(new UUID(0, 1));
    private static final MessageId SECOND = new MessageId(new UUID(0, 2));

    private final DeliveryLedger ledger = new DeliveryLedger();

    @BeforeEach
    void aliceSendsTwoMessages() {
        ledger.sending(ALICES, TALK, FIRST, HELLO);
        ledger.sending(ALICES, TALK, SECOND, HELLO);
        ledger.answered(new ServerFrame.Sent(FIRST, TALK, 1, 0, NOON, false));
        ledger.answered(new ServerFrame.Sent(SECOND, TALK, 2, 0, NOON, false));
    }

    @Test
    void letsAConversationPassThatNobodyLookedUp() {
        assertThat(faults()).isEmpty();
    }

    @Test
    void findsNothingInAWholeArchive() {
        // Given
        ledger.archived(TALK, List.of(stored(1, FIRST), stored(2, SECOND)));
        // Then
        assertThat(faults()).isEmpty();
    }

    @Test
    void findsWhatHistoryDoesNotHave() {
        // Given
        ledger.archived(TALK, List.of(stored(1, FIRST)));
        // Then
        assertThat(faults()).containsExactly(new Fault.NotArchived(TALK, 2, SECOND));
    }

    @Test
    void findsAnotherMessageInItsPlace() {
        // Given
        ledger.archived(TALK, List.of(stored(1, FIRST), stored(2, FIRST)));
        // Then
        assertThat(faults()).containsExactly(new Fault.ArchiveDiffers(TALK, 2, FIRST));
    }

    @Test
    void findsTwoInOnePlace() {
        // Given
        ledger.archived(TALK, List.of(stored(1, FIRST), stored(2, SECOND), stored(2, SECOND)));
        // Then
        assertThat(faults()).containsExactly(new Fault.ArchiveDiffers(TALK, 2, SECOND));
    }

    private List<Fault> faults() {
        return JudgeDeliveries.judge(ledger);
    }

    private static DeliveryLedger.Archived stored(long seq, MessageId id) {
        return new DeliveryLedger.Archived(seq, id);
    }
}
