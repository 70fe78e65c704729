package chat.natter.history.message;

import static org.assertj.core.api.Assertions.assertThat;

import chat.natter.contract.ConversationId;
import chat.natter.contract.frame.Mentions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What every message store must do. Each test has a conversation of its own. */
interface MessageStoreContract {
    MessageStore store();

    @Test
    default void knowsNothingOfAConversationThatWasNeverArchived() {
        SomeMessages some = new SomeMessages();

        assertThat(store().lastSeq(some.conversation)).isEmpty();
        assertThat(read(some.conversation, Direction.OLDER, 1, 999, 10)).isEmpty();
    }

    @Test
    default void givesBackEveryFieldAsItWasWritten() {
        // Given
        SomeMessages some = new SomeMessages();
        ArchivedMessage plain = some.message(1);
        ArchivedMessage full = some.message(
                        14,
                        4_000_000_000L,
                        SomeMessages.NOW.plusSeconds(400_000_000),
                        "{\"kind\":\"t\",\"ü\":\"\\u0000 👋\"}")
                .with(127, new Mentions(List.of(some.bob, some.alice), true));

        // When
        store().write(List.of(plain, full));

        // Then
        assertThat(read(some.conversation, Direction.NEWER, 1, 999, 10)).containsExactly(plain, full);
    }

    @Test
    default void readsASliceInBothDirectionsUpToTheLimit() {
        // Given
        SomeMessages some = new SomeMessages();
        store().write(some.messages(1, 80));

        // When
        SliceRows older = store().read(new Slice(some.conversation, Direction.OLDER, 10, 70), 50);
        SliceRows newer = store().read(new Slice(some.conversation, Direction.NEWER, 10, 70), 61);
        SliceRows all = store().read(new Slice(some.conversation, Direction.NEWER, 10, 70), 62);

        // Then
        assertThat(older.messages())
                .extracting(ArchivedMessage::seq)
                .startsWith(70L)
                .endsWith(21L)
                .hasSize(50);
        assertThat(older.complete()).isFalse();
        assertThat(newer.messages()).isEqualTo(some.messages(10, 70));
        assertThat(newer.complete()).isFalse();
        assertThat(all.complete()).isTrue();
    }

    @Test
    default void writingAgainInAnyOrderChangesNothing() {
        // Given
        SomeMessages some = new SomeMessages();
        List<ArchivedMessage> messages = some.messages(1, 30);
        store().write(messages);

        // When
        List<ArchivedMessage> shuffled = new ArrayList<>(messages);
        Collections.shuffle(shuffled, new Random(1));
        shuffled.forEach(message -> store().write(List.of(message)));

        // Then
        assertThat(read(some.conversation, Direction.NEWER, 1, 999, 100)).isEqualTo(messages);
        assertThat(store().lastSeq(some.conversation)).hasValue(30);
    }

    @Test
    default void theHeadNeverMovesBack() {
        // Given
        SomeMessages some = new SomeMessages();

        // When
        store().write(some.messages(900, 1_100));
        store().write(some.messages(1, 5));

        // Then
        assertThat(store().lastSeq(some.conversation)).hasValue(1_100);
    }

    @Test
    default void aNewEpochWinsWhereverItBegins() {
        // Given
        SomeMessages some = new SomeMessages();
        ArchivedMessage rebuilt = some.message(1, 2, null, "{\"kind\":\"rebuilt\"}");

        // When
        store().write(List.of(rebuilt));
        store().write(some.messages(1, 5));

        // Then
        assertThat(store().lastSeq(some.conversation)).hasValue(1);
        assertThat(read(some.conversation, Direction.NEWER, 1, 1, 10)).containsExactly(rebuilt);
    }

    @Test
    default void readsMessagesFromWhereverTheyAre() {
        // Given
        SomeMessages some = new SomeMessages();
        SomeMessages others = new SomeMessages();
        store().write(some.messages(1, 50));
        store().write(some.messages(1_995, 2_005));
        store().write(others.messages(1, 3));

        // When
        Map<MessageKey, ArchivedMessage> found = store().readAll(List.of(
                new MessageKey(some.conversation, 7),
                new MessageKey(some.conversation, 2_001),
                new MessageKey(some.conversation, 51),
                new MessageKey(others.conversation, 3)));

        // Then
        assertThat(found.values()).containsExactlyInAnyOrder(some.message(7), some.message(2_001), others.message(3));
        assertThat(found).containsEntry(new MessageKey(some.conversation, 7), some.message(7));
    }

    @Test
    default void whatWasErasedStaysSoWhenTheOldEventComesAgain() {
        // Given
        SomeMessages some = new SomeMessages();
        store().write(some.messages(1, 3));

        // When
        store().erase(List.of(some.message(2)), some.message(2).at().minusSeconds(1));
        store().write(some.messages(1, 3));

        // Then
        assertThat(read(some.conversation, Direction.NEWER, 1, 999, 10))
                .containsExactly(some.message(1), some.message(2).withContent(ErasedContent.NOTHING), some.message(3));
    }

    @Test
    default void findsWhereAMomentLiesAcrossBucketsWrittenInAnyOrder() {
        // Given
        SomeMessages some = new SomeMessages();
        Instant start = SomeMessages.NOW;
        List<ArchivedMessage> messages = new ArrayList<>();
        for (long seq = 1; seq <= 4_500; seq += 3) {
            if (seq < 1_000 || seq >= 3_000) {
                messages.add(some.at(seq, start.plusMillis(seq)));
            }
        }
        Collections.shuffle(messages, new Random(5));
        store().write(messages.subList(0, 400));
        store().write(messages.subList(300, messages.size()));
        FindMoment findMoment = new FindMoment(store());

        // Then
        assertThat(findMoment.firstSeqAt(some.conversation, start, 4_498)).isEqualTo(1);
        assertThat(findMoment.firstSeqAt(some.conversation, start.plusMillis(500), 4_498))
                .isEqualTo(502);
        assertThat(findMoment.firstSeqAt(some.conversation, start.plusMillis(502), 4_498))
                .isEqualTo(502);
        assertThat(findMoment.firstSeqAt(some.conversation, start.plusMillis(2_000), 4_498))
                .isEqualTo(1_000);
        assertThat(findMoment.firstSeqAt(some.conversation, start.plusMillis(3_002), 4_498))
                .isEqualTo(3_004);
        assertThat(findMoment.firstSeqAt(some.conversation, start.plusMillis(9_999), 4_498))
                .isEqualTo(4_499);
        assertThat(store().bucketStart(some.conversation, 2))
                .hasValueSatisfying(found -> assertThat(found.seq()).isEqualTo(1));
    }

    private List<ArchivedMessage> read(
            ConversationId conversation, Direction direction, long first, long last, int limit) {
        return store().read(new Slice(conversation, direction, first, last), limit)
                .messages();
    }
}
