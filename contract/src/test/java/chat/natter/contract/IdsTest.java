package chat.natter.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class IdsTest {
    private static final UserId ALICE = new UserId("01jd3zk8x0000000000000000a");
    private static final UserId BOB = new UserId("01jd3zk8x0000000000000000b");
    private static final UserId CAROL = new UserId("01jd3zk8x0000000000000000c");

    @Test
    void makesIdsThatSortByTimeAndAreValid() {
        // Given
        Random random = new Random(7);

        // When
        String earlier = Ulid.next(Instant.ofEpochMilli(1_700_000_000_000L), random);
        String later = Ulid.next(Instant.ofEpochMilli(1_700_000_000_001L), random);

        // Then
        assertThat(earlier).isLessThan(later);
        assertThat(new UserId(earlier).value()).isEqualTo(earlier);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "short",
                "81jd3zk8x0000000000000000a",
                "01JD3ZK8X0000000000000000A",
                "01jd3zk8x000000000000000il"
            })
    void refusesWhatIsNoId(String text) {
        assertThatThrownBy(() -> new UserId(text)).isInstanceOf(InvalidId.class).hasMessageNotContaining("jd3zk8");
    }

    @Test
    void derivesTheSameConversationFromBothSides() {
        // When
        ConversationId conversation = ConversationId.direct(BOB, ALICE);

        // Then
        assertThat(conversation).isEqualTo(ConversationId.direct(ALICE, BOB));
        assertThat(conversation.directMembers()).isEqualTo(List.of(ALICE, BOB));
        assertThat(conversation.peerOf(ALICE)).isEqualTo(BOB);
        assertThat(conversation.peerOf(BOB)).isEqualTo(ALICE);
        assertThat(conversation.isBetween(CAROL)).isFalse();
    }

    @Test
    void allowsNotesToOneself() {
        // When
        ConversationId notes = ConversationId.direct(ALICE, ALICE);

        // Then
        assertThat(notes.directMembers()).isEqualTo(List.of(ALICE));
        assertThat(notes.peerOf(ALICE)).isEqualTo(ALICE);
    }

    @Test
    void refusesAPairInTheWrongOrder() {
        assertThatThrownBy(() -> new ConversationId("d-" + BOB + "-" + ALICE)).isInstanceOf(InvalidId.class);
    }

    @Test
    void keepsMessageIdsThroughBytes() {
        // Given
        MessageId id = new MessageId(new UUID(0x01930e2f6d2b7c41L, 0x9f521b2f0c1d2e3fL));

        // When, Then
        assertThat(MessageId.of(id.toBytes())).isEqualTo(id);
        assertThat(MessageId.parse(id.toString())).isEqualTo(id);
    }
}
