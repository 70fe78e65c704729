package chat.natter.load.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import chat.natter.contract.ConversationId;
import chat.natter.contract.DeviceId;
import chat.natter.contract.MessageId;
import chat.natter.contract.UserId;
import chat.natter.contract.frame.Content;
import chat.natter.contract.frame.ServerFrame;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JudgeDeliveriesTest {
    private static final UserId ALICE = new UserId("01jd3zk8x0000000000000000a");
    private static final UserId BOB = new UserId("01jd3zk8x0000000000000000b");
    private static final DeviceId ALICES = new DeviceId("01jd3zk8x0000000000000000c");
    private static final DeviceId BOBS = new DeviceId("01jd3zk8x0000000000000000d");
    private static final ConversationId TALK = ConversationId.direct(ALICE, BOB);
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Content HELLO = Content.ofJson("{\"kind\":\"text\",\"text\":\"hello\"}");
    private static final MessageId FIRST = id(1);
    private static final MessageId SECOND = id(2);

    private final DeliveryLedger ledger = new DeliveryLedger();

    @BeforeEach
    void aliceSendsTwoMessagesToBob() {
        ledger.member(TALK, BOBS);
        ledger.sending(ALICES, TALK, FIRST, HELLO);
        ledger.sending(ALICES, TALK, SECOND, HELLO);
    }

    @Test
    void findsNothingInWhatIsRight() {
        // Given
        answered(FIRST, 1);
        answered(SECOND, 2);
        delivered(10, 1, FIRST);
        delivered(12, 2, SECOND);
        // Then
        assertThat(ledger.isSettled()).isTrue();
        assertThat(faults()).isEmpty();
    }

    @Test
    void findsALostMessage() {
        // Given
        answered(FIRST, 1);
        answered(SECOND, 2);
        delivered(10, 1, FIRST);
        // Then
        assertThat(ledger.isSettled()).isFalse();
        assertThat(faults()).containsExactly(new Fault.Lost(BOBS, TALK, 2, SECOND));
    }

    @Test
    void findsAMessageThatCameTwice() {
        // Given
        answered(FIRST, 1);
        answered(SECOND, 2);
        delivered(10, 1, FIRST);
        delivered(11, 2, SECOND);
        delivered(12, 2, SECOND);
        // Then
        assertThat(faults()).containsExactly(new Fault.SeenTwice(BOBS, TALK, 2));
    }

    @Test
    void findsAMessageThatTookTwoPlaces() {
        // Given
        answered(FIRST, 1);
        answered(SECOND, 3);
        delivered(10, 1, FIRST);
        delivered(11, 2, FIRST);
        delivered(12, 3, SECOND);
        // Then
        assertThat(faults()).containsExactly(new Fault.AcceptedTwice(FIRST, 1, 2));
    }

    @Test
    void findsAnotherOrder() {
        // Given
        answered(FIRST, 2);
        answered(SECOND, 1);
        delivered(10, 2, FIRST);
        delivered(9, 1, SECOND);
        // Then
        assertThat(faults())
                .containsExactlyInAnyOrder(
                        new Fault.PositionFellBack(BOBS, 10, 9),
                        new Fault.OutOfOrder(BOBS, TALK, 2, 1),
                        new Fault.SenderOrderBroken(ALICES, TALK, SECOND));
    }

    @Test
    void letsAPostponedMessageBePassed() {
        // Given
        ledger.postponed(FIRST);
        answered(SECOND, 1);
        answered(FIRST, 2);
        delivered(9, 1, SECOND);
        delivered(10, 2, FIRST);
        // Then
        assertThat(faults()).isEmpty();
    }

    @Test
    void findsAGap() {
        // Given
        answered(FIRST, 1);
        answered(SECOND, 3);
        delivered(10, 1, FIRST);
        delivered(11, 3, SECOND);
        // Then
        assertThat(faults()).containsExactly(new Fault.Gap(TALK, 2));
    }

    @Test
    void findsOnePlaceForTwo() {
        // Given
        answered(FIRST, 1);
        answered(SECOND, 1);
        delivered(10, 1, FIRST);
        delivered(11, 1, SECOND);
        // Then
        assertThat(faults())
                .contains(new Fault.SeqSharedByTwo(TALK, 1, FIRST, SECOND), new Fault.SeenTwice(BOBS, TALK, 1));
    }

    @Test
    void findsASendWithoutAnAnswer() {
        // Given
        answered(FIRST, 1);
        delivered(10, 1, FIRST);
        // Then
        assertThat(ledger.isSettled()).isFalse();
        assertThat(faults()).containsExactly(new Fault.Unanswered(ALICES, SECOND));
    }

    @Test
    void takesARefusalAsAnAnswer() {
        // Given
        answered(FIRST, 1);
        delivered(10, 1, FIRST);
        ledger.refused(SECOND);
        // Then
        assertThat(ledger.isSettled()).isTrue();
        assertThat(faults()).isEmpty();
    }

    @Test
    void findsWhatNobodySentAndWhatWasChanged() {
        // Given
        MessageId forged = id(3);
        answered(FIRST, 1);
        answered(SECOND, 2);
        delivered(10, 1, FIRST);
        ledger.delivered(BOBS, message(11, 2, SECOND, Content.ofJson("{\"kind\":\"text\"}")), NOON);
        delivered(12, 3, forged);
        // Then
        assertThat(faults())
                .containsExactlyInAnyOrder(new Fault.ContentChanged(BOBS, SECOND), new Fault.NeverSent(BOBS, forged));
    }

    @Test
    void takesWhateverTheServerWritesAboutANewGroup() {
        // Given
        MessageId created = id(4);
        ConversationId group = ConversationId.groupOf(created);
        answered(FIRST, 1);
        answered(SECOND, 2);
        delivered(10, 1, FIRST);
        delivered(11, 2, SECOND);
        ledger.member(group, BOBS);
        ledger.creating(ALICES, group, created);
        ledger.answered(new ServerFrame.Sent(created, group, 1, 0, NOON, false));
        // Then
        assertThat(faults()).containsExactly(new Fault.Lost(BOBS, group, 1, created));
        // When
        ledger.delivered(
                BOBS, new ServerFrame.Message(12, group, 1, 0, ALICE, ALICES, created, NOON, HELLO, null, null), NOON);
        // Then
        assertThat(faults()).isEmpty();
    }

    @Test
    void findsADeliveryBeforeItsTime() {
        // Given
        Instant early = NOON.minusMillis(1);
        answered(FIRST, 1);
        answered(SECOND, 2);
        delivered(10, 1, FIRST);
        ledger.delivered(BOBS, message(11, 2, SECOND, HELLO), early);
        // Then
        assertThat(faults()).containsExactly(new Fault.CameBeforeItsTime(BOBS, SECOND, NOON, early));
        assertThat(JudgeDeliveries.judge(ledger, Duration.ofMillis(1))).isEmpty();
    }

    @Test
    void findsAnswersThatDiffer() {
        // Given
        answered(FIRST, 1);
        answered(SECOND, 2);
        ledger.answered(new ServerFrame.Sent(SECOND, TALK, 2, 1, NOON, true));
        delivered(10, 1, FIRST);
        delivered(11, 2, SECOND);
        // Then
        assertThat(faults()).containsExactly(new Fault.AnswersDiffer(SECOND));
    }

    private List<Fault> faults() {
        return JudgeDeliveries.judge(ledger);
    }

    private void answered(MessageId id, long seq) {
        ledger.answered(new ServerFrame.Sent(id, TALK, seq, 0, NOON, false));
    }

    private void delivered(long position, long seq, MessageId id) {
        ledger.delivered(BOBS, message(position, seq, id, HELLO), NOON);
    }

    private static ServerFrame.Message message(long position, long seq, MessageId id, Content content) {
        return new ServerFrame.Message(position, TALK, seq, 0, ALICE, ALICES, id, NOON, content, null, null);
    }

    private static MessageId id(int number) {
        return new MessageId(new UUID(0, number));
    }
}
